using DiemSang.Core.Scoring;

namespace DiemSang.Modules.Scorecards.Figures;

/// <summary>Names by which a criterion asks for a figure of the product (docs/scoring.md, "figure").</summary>
public static class FigureNames
{
    /// <summary>Tasks of the issued plans: done, of all.</summary>
    public const string PlanDone = "plan.done";

    /// <summary>Periods of these tasks that were due in the scored year: in time, of all.</summary>
    public const string PlanOnTime = "plan.on_time";

    /// <summary>The same of the plan rows linked with the criterion.</summary>
    public const string LinkedDone = "linked.done";
    public const string LinkedOnTime = "linked.on_time";

    /// <summary>What the tasks of the linked rows last measured: numerators and denominators added up.</summary>
    public const string LinkedMeasured = "linked.measured";

    public static IReadOnlyList<string> OfTasks { get; } = [PlanDone, PlanOnTime, LinkedDone, LinkedOnTime, LinkedMeasured];

    public static IEnumerable<string> All => OfTasks.Concat(SurveyFigures.Listed.Keys);

    /// <summary>Criteria that ask for a figure the product does not keep.</summary>
    public static IEnumerable<SetProblem> Unknown(CriteriaSet set) => set.All().Select(node => node.Criterion).Where(criterion => criterion.Figure is { } name && !IsKnown(name))
        .Select(criterion => new SetProblem(criterion.Code, IsError: true, $"hệ thống không có số liệu “{criterion.Figure}”; các số liệu: {string.Join(", ", OfTasks)}, survey.MÃ-PHIẾU."));

    private static bool IsKnown(string name) => OfTasks.Contains(name) || SurveyFigures.IsName(name);
}
