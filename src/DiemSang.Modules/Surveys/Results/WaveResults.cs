using DiemSang.Core.Statistics;
using DiemSang.Core.Surveys.Indices;
using DiemSang.Core.Surveys.Questionnaires;

namespace DiemSang.Modules.Surveys.Results;

/// <summary>A share as it may be shown: with its interval, or hidden when too few people stand behind it.</summary>
/// <param name="Respondents">Unweighted; null when hidden.</param>
/// <param name="Share">0–1; null when hidden or nobody answered.</param>
/// <param name="Interval">95 %, Wilson's with the effective sample size.</param>
/// <param name="DesignEffect">Null where a simple random sample has none to compare with.</param>
public sealed record ResultFigure(int? Respondents, double? Share, ConfidenceInterval Interval, double? DesignEffect)
{
    public static readonly ResultFigure Hidden = new(null, null, default, null);

    public bool IsHidden => Respondents is null;

    public static ResultFigure Of(Estimate estimate) => double.IsNaN(estimate.Value)
        ? new(estimate.Count, null, default, null)
        : new(estimate.Count, estimate.Value, ConfidenceInterval.Around(estimate, IntervalMethod.Wilson, Freedom(estimate)), double.IsNaN(estimate.DesignEffect) ? null : estimate.DesignEffect);

    /// <summary>A single sampling unit has no spread of its own: the normal quantile is all there is.</summary>
    private static double Freedom(Estimate estimate) => estimate.DegreesOfFreedom > 0 ? estimate.DegreesOfFreedom : ConfidenceInterval.NormalQuantile;
}

/// <summary>One line of the satisfaction table: the whole, a part, an element or a criterion.</summary>
public sealed record ResultLine(IndexNode Node, int Depth, ResultFigure Figure)
{
    public bool IsCriterion => Node.Children.Count == 0;
}

public enum GroupKind { Point, Channel, Stratum }

/// <summary>The whole index among some of the respondents.</summary>
/// <param name="Code">A point's public code, a channel's word, a stratum's name.</param>
public sealed record ResultGroup(string Code, string Name, ResultFigure Figure);

/// <summary>How many chose what, for a question outside the index.</summary>
public sealed record QuestionResult(string Variable, LocalText Text, int Respondents, IReadOnlyList<ChoiceResult> Choices);

public sealed record ChoiceResult(string Code, LocalText Text, ResultFigure Figure);

/// <summary>The whole index of one wave of the survey.</summary>
public sealed record TrendPoint(Wave Wave, ResultFigure Figure);

/// <summary>What a wave's answers say. Internal figures: SIPAS and PAPI are published by their owners.</summary>
public sealed record WaveResults(WaveAnswers Source, IReadOnlyList<ResultLine> Lines, IReadOnlyDictionary<GroupKind, IReadOnlyList<ResultGroup>> Groups, IReadOnlyList<QuestionResult> Questions)
{
    public int Counted { get; } = Source.Counted.Count();
    public int LeftOut => Source.Answers.Count - Counted;
    public ResultFigure? Whole => Lines.Count > 0 ? Lines[0].Figure : null;

    /// <summary>Of those who were drawn, 0–1; null when nobody was.</summary>
    public double? ResponseRate => Source.Strata.Count == 0 ? null : Source.Strata.Select(stratum => stratum.Rate).Aggregate((a, b) => a + b).Rate;

    /// <summary>Criteria with the smallest share first.</summary>
    public IEnumerable<ResultLine> Worst => Lines.Where(line => line is { IsCriterion: true, Figure.Share: not null }).OrderBy(line => line.Figure.Share);
}
