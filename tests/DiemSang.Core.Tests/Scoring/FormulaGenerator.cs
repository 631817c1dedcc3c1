using DiemSang.Core.Scoring.Formulas;
using FsCheck;
using FsCheck.Fluent;

namespace DiemSang.Tests.Scoring;

/// <summary>Random formula trees of every kind of node.</summary>
internal static class FormulaGenerator
{
    private const int Deepest = 4;

    public static Gen<NumberNode> Numbers { get; } = Number(Deepest);

    public static Gen<ConditionNode> Conditions { get; } = Condition(Deepest);

    private static Gen<NumberNode> Number(int depth) => depth == 0
        ? Gen.OneOf(Literal(), Variable())
        : Gen.OneOf(Literal(), Variable(), Negation(depth - 1), Arithmetic(depth - 1), Call(depth - 1), Choice(depth - 1));

    private static Gen<ConditionNode> Condition(int depth) => depth == 0
        ? Comparison(0)
        : Gen.OneOf(Comparison(depth - 1), Logic(depth - 1), Not(depth - 1));

    private static Gen<NumberNode> Literal() =>
        from units in Gen.Choose(0, 1_000_000)
        from scale in Gen.Choose(0, 6)
        from isPercent in Gen.Elements(true, false)
        select (NumberNode)new LiteralNode(default, new decimal(units, 0, 0, false, (byte)scale), isPercent);

    private static Gen<NumberNode> Variable() =>
        Gen.Elements("a", "b", "tong_so", "đúng_hạn", "x1").Select(NumberNode (name) => new VariableNode(default, name));

    private static Gen<NumberNode> Negation(int depth) => Number(depth).Select(NumberNode (operand) => new NegationNode(default, operand));

    private static Gen<NumberNode> Arithmetic(int depth) =>
        from operation in Gen.Elements(Enum.GetValues<ArithmeticOperator>())
        from left in Number(depth)
        from right in Number(depth)
        select (NumberNode)new ArithmeticNode(default, operation, left, right);

    private static Gen<NumberNode> Call(int depth) =>
        from name in Gen.Elements("min", "max")
        from arguments in Number(depth).ListOf(3)
        select (NumberNode)new CallNode(default, name, [.. arguments]);

    private static Gen<NumberNode> Choice(int depth) =>
        from condition in Condition(depth)
        from then in Number(depth)
        from otherwise in Number(depth)
        select (NumberNode)new ChoiceNode(default, condition, then, otherwise);

    private static Gen<ConditionNode> Comparison(int depth) =>
        from comparison in Gen.Elements(Enum.GetValues<ComparisonOperator>())
        from left in Number(depth)
        from right in Number(depth)
        select (ConditionNode)new ComparisonNode(default, comparison, left, right);

    private static Gen<ConditionNode> Logic(int depth) =>
        from isAnd in Gen.Elements(true, false)
        from left in Condition(depth)
        from right in Condition(depth)
        select (ConditionNode)new LogicNode(default, isAnd, left, right);

    private static Gen<ConditionNode> Not(int depth) => Condition(depth).Select(ConditionNode (operand) => new NotNode(default, operand));
}
