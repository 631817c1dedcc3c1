using DiemSang.Core.Scoring;
using DiemSang.Core.Scoring.Formulas;
using DiemSang.Core.Scoring.Rules;

namespace DiemSang.Benchmarks.Scoring;

/// <summary>150 criteria in ten areas and repeatable invented declarations for them.</summary>
internal static class InventedSet
{
    private const int Areas = 10;
    private const int LeavesPerArea = 15;
    private static readonly Quantity Ratio = new(QuantityKind.Ratio);

    private static readonly ScoringRule Formula = new FormulaRule(
        [new("qa", "Đúng hạn"), new("qb", "Tổng")],
        [
            new(ConditionFormula.Parse("qb = 0"), NumberFormula.Parse("2")),
            new(ConditionFormula.Parse("qa / qb >= 0.9"), NumberFormula.Parse("qa * 2 / qb")),
            new(null, NumberFormula.Parse("qa / qb * 1.5")),
        ]);

    private static readonly ScoringRule[] Kinds =
    [
        new YesNoRule(),
        new AllOfRule([new("a", "A"), new("b", "B")]),
        new LevelsRule([new("x", "X", 2, null), new("y", "Y", 1, null), new("z", "Z", 0, null)]),
        new DeadlineRule([new(new YearlyDate(1, 31), 2), new(new YearlyDate(3, 31), 1)], 0, 0),
        new ChecklistRule([new("a", "A", 0.5m), new("b", "B", 0.5m), new("c", "C", 1)]),
        new BandsRule(Ratio, [new(new(90, false, null, false), 2), new(new(70, true, 90, true), 1), new(new(null, false, 70, false), 0)]),
        new ProportionalRule(Ratio, FullAt: 80),
        new CountRule(0.5m),
        new DeductionRule([new("a", "A", 0.5m)]),
        new SurveyRule([]),
        new ManualRule(),
        Formula,
    ];

    public static CriteriaSet OfEveryKind() => Set(i => Kinds[i % Kinds.Length]);

    public static CriteriaSet OfFormulas() => Set(_ => Formula);

    public static SheetDeclaration[] Sheets(CriteriaSet set, int count)
    {
        var random = new Random(766);
        var leaves = set.All().Select(node => node.Criterion).Where(criterion => criterion.IsLeaf).ToList();
        return [.. Enumerable.Range(0, count).Select(_ => Sheet(leaves, random))];
    }

    private static SheetDeclaration Sheet(IEnumerable<Criterion> leaves, Random random) => new()
    {
        Year = 2026,
        Items = leaves.ToDictionary(leaf => leaf.Code, leaf => Declare(leaf.Rule!, random)),
    };

    private static CriteriaSet Set(Func<int, ScoringRule> rule) => new()
    {
        Code = "do-toc-do",
        Version = "1",
        Title = "150 tiêu chí",
        Total = Areas * LeavesPerArea * 2,
        Criteria = [.. Enumerable.Range(1, Areas).Select(area => Area(area, rule))],
    };

    private static Criterion Area(int area, Func<int, ScoringRule> rule) => new()
    {
        Code = $"{area}",
        Title = $"Lĩnh vực {area}",
        Max = LeavesPerArea * 2,
        Children = [.. Enumerable.Range(1, LeavesPerArea).Select(
            leaf => new Criterion { Code = $"{area}.{leaf}", Title = "Tiêu chí", Max = 2, Rule = rule((area * LeavesPerArea) + leaf) })],
    };

    private static Declaration Declare(ScoringRule rule, Random random)
    {
        var total = random.Next(1, 500);
        return new Declaration { Values = rule.Inputs.Where(field => field.Name != "excluded")
            .ToDictionary(field => field.Name, field => Value(field, total, random)) };
    }

    private static DeclaredValue Value(InputField field, int total, Random random) => field switch
    {
        { Kind: InputKind.YesNo } => random.Next(2) == 0,
        { Kind: InputKind.Date } => new DateOnly(2026, 1, 1).AddDays(random.Next(200)),
        { Kind: InputKind.Choice } => field.Choices[random.Next(field.Choices.Count)].Key,
        { Name: "denominator" or "qb" } => (decimal)total,
        { Name: "numerator" or "qa" } => (decimal)random.Next(total + 1),
        { Name: "points" } => random.Next(201) / 100m,
        { Kind: InputKind.Percent } => random.Next(10_001) / 100m,
        _ => (decimal)random.Next(6),
    };
}
