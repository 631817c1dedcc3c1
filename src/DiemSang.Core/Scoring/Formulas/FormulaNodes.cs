using System.Globalization;
using System.Text;

namespace DiemSang.Core.Scoring.Formulas;

/// <summary>How tightly a node binds; a looser one needs parentheses inside a tighter one.</summary>
public enum Binding { Or, And, Not, Comparison, Sum, Product, Sign, Atom }

public abstract record FormulaNode(SourcePosition Position)
{
    public abstract Binding Binding { get; }
    public abstract IEnumerable<FormulaNode> Parts { get; }

    public sealed override string ToString()
    {
        var text = new StringBuilder();
        Write(text);
        return text.ToString();
    }

    internal abstract void Write(StringBuilder text);

    /// <summary>Writes the node, in parentheses when it binds looser than <paramref name="loosest"/>.</summary>
    internal void WriteIn(StringBuilder text, Binding loosest)
    {
        if (Binding >= loosest)
        {
            Write(text);
            return;
        }

        text.Append('(');
        Write(text);
        text.Append(')');
    }
}

public abstract record NumberNode(SourcePosition Position) : FormulaNode(Position)
{
    public abstract decimal Evaluate(IFormulaScope scope);
}

public abstract record ConditionNode(SourcePosition Position) : FormulaNode(Position)
{
    public abstract bool Holds(IFormulaScope scope);
}

/// <param name="Value">As written, from 0.</param>
/// <param name="IsPercent">"80%" is 0.8.</param>
public sealed record LiteralNode(SourcePosition Position, decimal Value, bool IsPercent) : NumberNode(Position)
{
    public override Binding Binding => Binding.Atom;
    public override IEnumerable<FormulaNode> Parts => [];

    public override decimal Evaluate(IFormulaScope scope) => IsPercent ? Value / 100 : Value;

    internal override void Write(StringBuilder text)
    {
        text.Append(Value.ToString("0.############################", CultureInfo.InvariantCulture));
        text.Append(IsPercent ? "%" : "");
    }
}

public sealed record VariableNode(SourcePosition Position, string Name) : NumberNode(Position)
{
    public override Binding Binding => Binding.Atom;
    public override IEnumerable<FormulaNode> Parts => [];

    public override decimal Evaluate(IFormulaScope scope) => scope.Value(Name);

    internal override void Write(StringBuilder text) => text.Append(Name);
}

public sealed record NegationNode(SourcePosition Position, NumberNode Operand) : NumberNode(Position)
{
    public override Binding Binding => Binding.Sign;
    public override IEnumerable<FormulaNode> Parts => [Operand];

    public override decimal Evaluate(IFormulaScope scope) => -Operand.Evaluate(scope);

    internal override void Write(StringBuilder text)
    {
        text.Append('-');
        Operand.WriteIn(text, Binding.Sign);
    }
}

public enum ArithmeticOperator { Add, Subtract, Multiply, Divide }

public sealed record ArithmeticNode(SourcePosition Position, ArithmeticOperator Operator, NumberNode Left, NumberNode Right) : NumberNode(Position)
{
    public override Binding Binding => Operator is ArithmeticOperator.Add or ArithmeticOperator.Subtract ? Binding.Sum : Binding.Product;
    public override IEnumerable<FormulaNode> Parts => [Left, Right];

    public override decimal Evaluate(IFormulaScope scope)
    {
        var left = Left.Evaluate(scope);
        var right = Right.Evaluate(scope);
        try
        {
            return Operator switch
            {
                ArithmeticOperator.Add => left + right,
                ArithmeticOperator.Subtract => left - right,
                ArithmeticOperator.Multiply => left * right,
                _ => left / right,
            };
        }
        catch (DivideByZeroException)
        {
            throw new FormulaException(Position, $"chia cho 0, vì “{Right}” bằng 0. Thêm một điều kiện cho trường hợp này.");
        }
        catch (OverflowException)
        {
            throw new FormulaException(Position, "kết quả quá lớn, không tính được.");
        }
    }

    internal override void Write(StringBuilder text)
    {
        Left.WriteIn(text, Binding);
        text.Append(Operator switch
        {
            ArithmeticOperator.Add => " + ",
            ArithmeticOperator.Subtract => " - ",
            ArithmeticOperator.Multiply => " * ",
            _ => " / ",
        });
        Right.WriteIn(text, Binding + 1);
    }
}

/// <summary>One of <see cref="FormulaFunctions"/>.</summary>
public sealed record CallNode(SourcePosition Position, string Name, IReadOnlyList<NumberNode> Arguments) : NumberNode(Position)
{
    public override Binding Binding => Binding.Atom;
    public override IEnumerable<FormulaNode> Parts => Arguments;

    public override decimal Evaluate(IFormulaScope scope)
    {
        var values = new decimal[Arguments.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Arguments[i].Evaluate(scope);
        }

        return FormulaFunctions.Apply(Name, values, Position);
    }

    public bool Equals(CallNode? other) => other is not null && Name == other.Name && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => HashCode.Combine(Name, Arguments.Count);

    internal override void Write(StringBuilder text)
    {
        text.Append(Name).Append('(');
        for (var i = 0; i < Arguments.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            Arguments[i].Write(text);
        }

        text.Append(')');
    }
}

/// <summary>if(condition, then, otherwise); only the chosen branch is computed.</summary>
public sealed record ChoiceNode(SourcePosition Position, ConditionNode When, NumberNode Then, NumberNode Otherwise) : NumberNode(Position)
{
    public override Binding Binding => Binding.Atom;
    public override IEnumerable<FormulaNode> Parts => [When, Then, Otherwise];

    public override decimal Evaluate(IFormulaScope scope) => When.Holds(scope) ? Then.Evaluate(scope) : Otherwise.Evaluate(scope);

    internal override void Write(StringBuilder text)
    {
        text.Append(FormulaFunctions.If).Append('(');
        When.Write(text);
        text.Append(", ");
        Then.Write(text);
        text.Append(", ");
        Otherwise.Write(text);
        text.Append(')');
    }
}

public enum ComparisonOperator { Less, LessOrEqual, Greater, GreaterOrEqual, Equal, NotEqual }

public sealed record ComparisonNode(
    SourcePosition Position, ComparisonOperator Operator, NumberNode Left, NumberNode Right) : ConditionNode(Position)
{
    public override Binding Binding => Binding.Comparison;
    public override IEnumerable<FormulaNode> Parts => [Left, Right];

    public override bool Holds(IFormulaScope scope)
    {
        var order = Left.Evaluate(scope).CompareTo(Right.Evaluate(scope));
        return Operator switch
        {
            ComparisonOperator.Less => order < 0,
            ComparisonOperator.LessOrEqual => order <= 0,
            ComparisonOperator.Greater => order > 0,
            ComparisonOperator.GreaterOrEqual => order >= 0,
            ComparisonOperator.Equal => order == 0,
            _ => order != 0,
        };
    }

    internal override void Write(StringBuilder text)
    {
        Left.WriteIn(text, Binding.Sum);
        text.Append(Operator switch
        {
            ComparisonOperator.Less => " < ",
            ComparisonOperator.LessOrEqual => " <= ",
            ComparisonOperator.Greater => " > ",
            ComparisonOperator.GreaterOrEqual => " >= ",
            ComparisonOperator.Equal => " = ",
            _ => " <> ",
        });
        Right.WriteIn(text, Binding.Sum);
    }
}

public sealed record LogicNode(SourcePosition Position, bool IsAnd, ConditionNode Left, ConditionNode Right) : ConditionNode(Position)
{
    public override Binding Binding => IsAnd ? Binding.And : Binding.Or;
    public override IEnumerable<FormulaNode> Parts => [Left, Right];

    public override bool Holds(IFormulaScope scope) =>
        IsAnd ? Left.Holds(scope) && Right.Holds(scope) : Left.Holds(scope) || Right.Holds(scope);

    internal override void Write(StringBuilder text)
    {
        Left.WriteIn(text, Binding);
        text.Append(IsAnd ? " and " : " or ");
        Right.WriteIn(text, Binding + 1);
    }
}

public sealed record NotNode(SourcePosition Position, ConditionNode Operand) : ConditionNode(Position)
{
    public override Binding Binding => Binding.Not;
    public override IEnumerable<FormulaNode> Parts => [Operand];

    public override bool Holds(IFormulaScope scope) => !Operand.Holds(scope);

    internal override void Write(StringBuilder text)
    {
        text.Append("not ");
        Operand.WriteIn(text, Binding.Not);
    }
}
