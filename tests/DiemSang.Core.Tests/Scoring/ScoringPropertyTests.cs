using DiemSang.Core.Scoring;
using DiemSang.Core.Scoring.Formulas;
using DiemSang.Core.Scoring.Rules;
using FsCheck;
using FsCheck.Fluent;
using static DiemSang.Tests.Scoring.Sheets;

namespace DiemSang.Tests.Scoring;

/// <summary>What must hold for every sheet, whatever was declared.</summary>
public class ScoringPropertyTests
{
    private const decimal Max = 3.5m;
    private static readonly Gen<decimal> Percentages = Gen.Choose(0, 10_000).Select(hundredths => hundredths / 100m);
    private static readonly Gen<int> Counts = Gen.Choose(0, 40);

    private static readonly Band[] Bands =
        [new(new(90, false, null, false), Max), new(new(70, true, 90, true), 1), new(new(null, false, 70, false), 0)];

    private static readonly FormulaCase[] Cases =
        [new(ConditionFormula.Parse("x >= 80"), NumberFormula.Parse("max_points")), new(null, NumberFormula.Parse("x * max_points / 80"))];

    /// <summary>Rules of one number, growing with it.</summary>
    private static readonly (ScoringRule Rule, string Input, bool IsWhole)[] Growing =
    [
        (new ProportionalRule(new Quantity(QuantityKind.Percent)), "value", false),
        (new ProportionalRule(new Quantity(QuantityKind.Percent), FullAt: 80, Floor: 30), "value", false),
        (new BandsRule(new Quantity(QuantityKind.Percent), Bands), "value", false),
        (new SurveyRule([]), "percent", false),
        (new CountRule(0.3m), "count", true),
        (new FormulaRule([new("x", "X")], Cases), "x", false),
    ];

    [Fact]
    public void Score_LargerInput_NeverGivesFewerPoints() => Prop.ForAll(
        Pairs().ToArbitrary(),
        pair => Growing.All(each => PointsOf(each, pair.Low) <= PointsOf(each, pair.High))).QuickCheckThrowOnFailure();

    [Fact]
    public void Score_AnyInput_StaysBetweenZeroAndMaximum() => Prop.ForAll(
        Percentages.ToArbitrary(),
        value => Growing.All(each => PointsOf(each, value) is >= 0 and <= Max)).QuickCheckThrowOnFailure();

    [Fact]
    public void Score_OneMoreThingMet_NeverGivesFewerPoints()
    {
        ScoringRule[] rules =
        [
            new ChecklistRule([new("a", "A", 1), new("b", "B", 2), new("c", "C", 1.5m)]),
            new AllOfRule([new("a", "A"), new("b", "B"), new("c", "C")]),
        ];
        var masks = from mask in Gen.Choose(0, 7) from extra in Gen.Choose(0, 2) select (mask, mask | (1 << extra));
        Prop.ForAll(masks.ToArbitrary(), pair => rules.All(rule => PointsOf(rule, pair.Item1) <= PointsOf(rule, pair.Item2)))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Score_OneMoreBreach_NeverGivesMorePoints()
    {
        var rule = new DeductionRule([new("light", "Nhẹ", 0.25m), new("heavy", "Nặng", 1)]);
        var breaches = from light in Counts from heavy in Counts select (light, heavy);
        Prop.ForAll(breaches.ToArbitrary(), pair =>
            ScoreOne(rule, Max, ("light", pair.light + 1), ("heavy", pair.heavy))
                .Points <= ScoreOne(rule, Max, ("light", pair.light), ("heavy", pair.heavy)).Points)
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Score_EarlierDate_NeverGivesFewerPoints()
    {
        var rule = new DeadlineRule([new(new YearlyDate(1, 31), Max), new(new YearlyDate(3, 31), 2)], Late: 1, Never: 0);
        var days = from day in Gen.Choose(0, 400) from sooner in Gen.Choose(0, 100) select (day, sooner);
        var start = new DateOnly(2025, 12, 1);
        Prop.ForAll(days.ToArbitrary(), pair =>
            ScoreOne(rule, Max, ("date", start.AddDays(pair.day)))
                .Points <= ScoreOne(rule, Max, ("date", start.AddDays(pair.day - pair.sooner))).Points)
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Index_OneLeafImproves_NeverFalls() => Prop.ForAll(Trees().ToArbitrary(), Pairs().ToArbitrary(), (tree, pair) =>
    {
        var leaf = tree.Codes[^1];
        return Index(tree, (leaf, pair.Low)) <= Index(tree, (leaf, pair.High));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Index_AnySheet_IsSumOfLeavesOverApplicableMaximum() => Prop.ForAll(Trees().ToArbitrary(), tree =>
    {
        var result = Score(tree.Set, tree.Items);
        var leaves = result.Nodes.Where(node => node.Criterion.IsLeaf).ToList();
        return result.Points == leaves.Sum(leaf => leaf.Points ?? 0) && result.ApplicableMax == leaves.Sum(leaf => leaf.ApplicableMax) &&
            result.Points <= result.ApplicableMax;
    }).QuickCheckThrowOnFailure();

    /// <summary>
    /// Three treatments of "not applicable" are one operation; and removing a criterion that scores like the rest changes nothing.
    /// </summary>
    [Fact]
    public void Index_RemovingACriterion_IsTheIndexOfTheRest() => Prop.ForAll(Trees().ToArbitrary(), tree =>
    {
        var removed = tree.Codes[^1];
        var result = Score(tree.Set, [.. tree.Items.Where(item => item.Code != removed), (removed, NotApplicable())]);
        var rest = result.Nodes.Where(node => node.Criterion.IsLeaf && node.Criterion.Code != removed).ToList();
        return result.Index == rest.Sum(leaf => leaf.Points!.Value) * 100 / rest.Sum(leaf => leaf.ApplicableMax) &&
               result.RebasedPoints == result.Index * tree.Set.Total / 100;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Index_RemovingACriterionThatScoresLikeTheRest_ChangesNothing() => Prop.ForAll(Gen.Choose(0, 100).ToArbitrary(), percent =>
    {
        var set = Set(Leaf("1", 50), Leaf("2", 30) with { NotApplicable = NotApplicableTreatment.Rebase }, Leaf("3", 20));
        var whole = Score(set, ("1", Points(percent * 0.5m)), ("2", Points(percent * 0.3m)), ("3", Points(percent * 0.2m)));
        var part = Score(set, ("1", Points(percent * 0.5m)), ("2", NotApplicable()), ("3", Points(percent * 0.2m)));
        return whole.Index == part.Index;
    }).QuickCheckThrowOnFailure();

    private static decimal PointsOf((ScoringRule Rule, string Input, bool IsWhole) each, decimal value) =>
        ScoreOne(each.Rule, Max, (each.Input, each.IsWhole ? decimal.Floor(value) : value)).Points!.Value;

    private static decimal PointsOf(ScoringRule rule, int mask) => ScoreOne(
        rule, Max, ("a", (mask & 1) != 0), ("b", (mask & 2) != 0), ("c", (mask & 4) != 0)).Points!.Value;

    private static Gen<(decimal Low, decimal High)> Pairs() =>
        from one in Percentages from other in Percentages select (Math.Min(one, other), Math.Max(one, other));

    private static decimal Index(Tree tree, (string Code, decimal Percent) changed) => Score(
        tree.Set, [.. tree.Items.Where(item => item.Code != changed.Code), (changed.Code, Declaration.Of(("value", changed.Percent)))])
            .Index!.Value;

    /// <summary>Two to six areas of one to four leaves each, all declared.</summary>
    private static Gen<Tree> Trees() =>
        from sizes in Gen.Choose(1, 4).ListOf(6)
        from maxima in Gen.Choose(1, 2_000).ListOf(24)
        from percents in Percentages.ListOf(24)
        select Tree.Of([.. sizes.Take(2 + (maxima[0] % 5))], maxima, percents);

    private sealed record Tree(CriteriaSet Set, IReadOnlyList<string> Codes, (string Code, Declaration Declaration)[] Items)
    {
        public static Tree Of(IReadOnlyList<int> sizes, IReadOnlyList<int> maxima, IReadOnlyList<decimal> percents)
        {
            var areas = sizes.Select((size, area) => Group($"{area + 1}", [.. Enumerable.Range(1, size)
                .Select(leaf => Proportional($"{area + 1}.{leaf}", maxima[(area * 4) + leaf - 1] / 100m))]));
            var set = Sheets.Set([.. areas]);
            var codes = set.All().Where(node => node.Criterion.IsLeaf).Select(node => node.Criterion.Code).ToList();
            return new Tree(set, codes, [.. codes.Select((code, i) => (code, Declaration.Of(("value", percents[i]))))]);
        }

        private static Criterion Proportional(string code, decimal max) =>
            Leaf(
                code, max, new ProportionalRule(new Quantity(QuantityKind.Percent))) with { NotApplicable = NotApplicableTreatment.Rebase };
    }
}
