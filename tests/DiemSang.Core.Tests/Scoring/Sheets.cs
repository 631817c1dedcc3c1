using DiemSang.Core.Scoring;
using DiemSang.Core.Scoring.Rules;

namespace DiemSang.Tests.Scoring;

/// <summary>Short words for building sets and sheets in tests.</summary>
internal static class Sheets
{
    public static CriteriaSet Set(params Criterion[] criteria) => new()
    {
        Code = "thu",
        Version = "1",
        Title = "Bộ thử",
        Total = criteria.Where(criterion => criterion.Kind == CriterionKind.Scored).Sum(criterion => criterion.Max),
        Criteria = criteria,
    };

    public static Criterion Leaf(string code, decimal max, ScoringRule? rule = null) =>
        new() { Code = code, Title = $"Tiêu chí {code}", Max = max, Rule = rule ?? new ManualRule() };

    public static Criterion Group(string code, params Criterion[] children) => new()
    {
        Code = code,
        Title = $"Nhóm {code}",
        Max = children.Where(child => child.Kind == CriterionKind.Scored).Sum(child => child.Max),
        Children = children,
    };

    public static Declaration Points(decimal points) => Declaration.Of(("points", points));

    public static Declaration NotApplicable(string? reason = null) => new() { IsNotApplicable = true, NotApplicableReason = reason };

    public static SheetDeclaration Sheet(params (string Code, Declaration Declaration)[] items) =>
        new() { Year = 2026, Items = items.ToDictionary(item => item.Code, item => item.Declaration) };

    public static ScoreSheetResult Score(CriteriaSet set, params (string Code, Declaration Declaration)[] items) =>
        new ScoringEngine(set).Score(Sheet(items));

    /// <summary>The only leaf of a set with this rule.</summary>
    public static NodeResult ScoreOne(ScoringRule rule, decimal max, params (string Name, DeclaredValue Value)[] values) =>
        Score(Set(Leaf("1", max, rule)), ("1", Declaration.Of(values))).Find("1")!;
}
