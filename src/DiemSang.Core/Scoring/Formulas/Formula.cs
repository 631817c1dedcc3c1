namespace DiemSang.Core.Scoring.Formulas;

/// <summary>
/// A formula of the small scoring language: decimal arithmetic, comparisons, and/or/not, min, max, round, abs, floor, ceil and if. No
/// loops, no
/// assignment, no access to anything but the declared variables. <c>Parse(formula.ToString())</c> gives the same formula back.
/// </summary>
public abstract record Formula
{
    protected abstract FormulaNode Tree { get; }

    /// <summary>Every mention of a variable, in no particular order.</summary>
    public IEnumerable<VariableNode> Uses => Nodes().OfType<VariableNode>();

    /// <summary>How many nodes the formula has.</summary>
    public int Size => Nodes().Count();

    /// <summary>What goes wrong whatever is declared: a constant divisor that is 0. Null when nothing does.</summary>
    public FormulaException? AlwaysFails
    {
        get
        {
            try
            {
                foreach (var division in Nodes().OfType<ArithmeticNode>().Where(node => node.Operator == ArithmeticOperator.Divide && IsConstant(node.Right)))
                {
                    (division with { Left = new LiteralNode(division.Position, 1, IsPercent: false) }).Evaluate(NoVariables.Instance);
                }

                return null;
            }
            catch (FormulaException problem)
            {
                return problem.In(ToString());
            }
        }
    }

    public IEnumerable<string> Variables => Uses.Select(use => use.Name).Distinct();

    public sealed override string ToString() => Tree.ToString();

    private static bool IsConstant(FormulaNode node) => !NodesOf(node).OfType<VariableNode>().Any();

    private IEnumerable<FormulaNode> Nodes() => NodesOf(Tree);

    private static IEnumerable<FormulaNode> NodesOf(FormulaNode root)
    {
        var pending = new Stack<FormulaNode>([root]);
        while (pending.TryPop(out var node))
        {
            yield return node;
            foreach (var part in node.Parts)
            {
                pending.Push(part);
            }
        }
    }

    private sealed class NoVariables : IFormulaScope
    {
        public static readonly NoVariables Instance = new();

        public decimal Value(string name) => throw new InvalidOperationException($"A constant has no variable {name}.");
    }
}

/// <summary>A formula that gives a number.</summary>
public sealed record NumberFormula(NumberNode Root) : Formula
{
    protected override FormulaNode Tree => Root;

    /// <exception cref="FormulaException">The text is not a formula that gives a number; the message says where and what was
    /// expected.</exception>
    public static NumberFormula Parse(string text) => new(FormulaParser.ParseNumber(text));

    /// <exception cref="FormulaException">Division by zero or a number beyond the range of decimal.</exception>
    public decimal Evaluate(IFormulaScope scope)
    {
        try
        {
            return Root.Evaluate(scope);
        }
        catch (FormulaException problem) when (problem.Formula is null)
        {
            throw problem.In(ToString());
        }
    }
}

/// <summary>A formula that is true or false.</summary>
public sealed record ConditionFormula(ConditionNode Root) : Formula
{
    protected override FormulaNode Tree => Root;

    /// <exception cref="FormulaException">The text is not a condition; the message says where and what was expected.</exception>
    public static ConditionFormula Parse(string text) => new(FormulaParser.ParseCondition(text));

    /// <exception cref="FormulaException">Division by zero or a number beyond the range of decimal.</exception>
    public bool Holds(IFormulaScope scope)
    {
        try
        {
            return Root.Holds(scope);
        }
        catch (FormulaException problem) when (problem.Formula is null)
        {
            throw problem.In(ToString());
        }
    }
}

/// <summary>Gives variables their values during one evaluation.</summary>
public interface IFormulaScope
{
    decimal Value(string name);
}

/// <summary>A formula that cannot be read or computed. The message is one Vietnamese sentence with the place.</summary>
public sealed class FormulaException : Exception
{
    private readonly string _reason;

    public FormulaException(SourcePosition position, string reason, string? formula = null)
        : base(formula is null
            ? $"Vị trí {position.Offset + 1}: {reason}"
            : $"Công thức “{Shortened(formula)}”, vị trí {position.Offset + 1}: {reason}")
    {
        _reason = reason;
        Position = position;
        Formula = formula;
    }

    /// <summary>Where in the text as it was parsed.</summary>
    public SourcePosition Position { get; }

    public string? Formula { get; }

    public FormulaException In(string formula) => new(Position, _reason, formula);

    private static string Shortened(string formula) => formula.Length <= 80 ? formula : formula[..80] + "…";
}

/// <summary>
/// Offset in the text, from 0. Two positions are always equal, so that two formulas are equal when they mean the same wherever they were
/// written.
/// </summary>
public readonly record struct SourcePosition(int Offset)
{
    public bool Equals(SourcePosition other) => true;

    public override int GetHashCode() => 0;
}
