using DiemSang.Core.Statistics;
using DiemSang.Core.Surveys.Indices;
using DiemSang.Core.Surveys.Questionnaires;

namespace DiemSang.Modules.Surveys.Results;

/// <summary>A share as it may be shown: with its interval, or hidden when too few people stand behind it.</summary>
/// <param name="Respondents">Unweighted; null when hidden.</param>
/// <param name="Share">0–1; null when hidden or nobody answered.</param>
/// <param name="Interval">95 %, by the method of the setting.</param>
/// <param name="DesignEffect">Null where a simple random sample has none to compare with.</param>
public sealed record ResultFigure(int? Respondents, double? Share, ConfidenceInterval Interval, double? DesignEffect)
{
    public static readonly ResultFigure Hidden = new(null, null, default, null);

    public bool IsHidden => Respondents is null;

    public static ResultFigure Of(Estimate estimate, IntervalMethod method) => double.IsNaN(estimate.Value)
        ? new(estimate.Count, null, default, null)
        : new(estimate.Count, estimate.Value, Within(ConfidenceInterval.Around(estimate, method, Freedom(estimate))), double.IsNaN(estimate.DesignEffect) ? null : estimate.DesignEffect);

    /// <summary>A single sampling unit has no spread of its own: the normal quantile is all there is.</summary>
    private static double Freedom(Estimate estimate) => estimate.DegreesOfFreedom > 0 ? estimate.DegreesOfFreedom : ConfidenceInterval.NormalQuantile;

    /// <summary>Wald's interval may leave 0–1; a share cannot.</summary>
    private static ConfidenceInterval Within(ConfidenceInterval interval) => new(Math.Clamp(interval.Low, 0, 1), Math.Clamp(interval.High, 0, 1));
}

/// <summary>One line of the satisfaction table: the whole, a part, an element or a criterion.</summary>
public sealed record ResultLine(IndexNode Node, int Depth, ResultFigure Figure)
{
    public bool IsCriterion => Node.Children.Count == 0;
}

/// <summary>What respondents are grouped by: the kinds of collection points, the way of collecting, the sample's strata, the dossier's outcome, or a question.</summary>
public enum GroupKind { Hamlet, Procedure, Counter, Link, Channel, Stratum, OnTime, Question }

/// <summary>The whole index among some of the respondents.</summary>
/// <param name="Code">A point's public code, a channel's word, a stratum's name.</param>
public sealed record ResultGroup(string Code, string Name, ResultFigure Figure);

/// <summary>How many chose what, for a question outside the index.</summary>
public sealed record QuestionResult(string Variable, LocalText Text, int Respondents, IReadOnlyList<ChoiceResult> Choices);

public sealed record ChoiceResult(string Code, LocalText Text, ResultFigure Figure);

/// <summary>The whole index of one wave of the survey.</summary>
/// <param name="Version">Of the questionnaire the wave was asked with.</param>
/// <param name="ResponseRate">Of those who were drawn, 0–1; null when nobody was.</param>
public sealed record TrendPoint(Wave Wave, string Version, double? ResponseRate, ResultFigure Figure)
{
    public static TrendPoint Of(WaveResults results) => new(results.Source.Wave, results.Source.Questionnaire.Version, results.ResponseRate, results.Whole ?? ResultFigure.Hidden);
}

/// <summary>What a wave's answers say. Internal figures: SIPAS and PAPI are published by their owners.</summary>
public sealed record WaveResults(WaveAnswers Source, IReadOnlyList<ResultLine> Lines, IReadOnlyDictionary<GroupKind, IReadOnlyList<ResultGroup>> Groups, IReadOnlyList<QuestionResult> Questions)
{
    public int Counted { get; } = Source.Counted.Count();
    public int LeftOut => Source.Answers.Count - Counted;

    /// <summary>Counted answers the figures rest on: with a drawn sample, those with its codes.</summary>
    public int Estimated { get; init; }

    /// <summary>How the figures were reckoned, sentence by sentence.</summary>
    public IReadOnlyList<DesignNote> Notes { get; init; } = [];

    /// <summary>Why there are answers but no figures; null when there are.</summary>
    public string? Trouble { get; init; }

    public static WaveResults None(WaveAnswers source) => new(source, [], new Dictionary<GroupKind, IReadOnlyList<ResultGroup>>(), []);

    public ResultFigure? Whole => Lines.Count > 0 ? Lines[0].Figure : null;

    /// <summary>Of those who were drawn, 0–1; null when nobody was.</summary>
    public double? ResponseRate => Source.Strata.Count == 0 ? null : Source.Strata.Select(stratum => stratum.Rate).Aggregate((a, b) => a + b).Rate;

    /// <summary>Questions whose answers the whole index can be compared over; none without an index.</summary>
    public IEnumerable<Question> Crossable => Whole is null ? [] : Source.Questionnaire.Questions.Where(question => question.Kind == QuestionKind.Single);

    /// <summary>Groups of every kind that has more than one, in the order of the kinds.</summary>
    public IEnumerable<(GroupKind Kind, IReadOnlyList<ResultGroup> Groups)> Compared => Groups.Where(kind => kind.Value.Count > 1).OrderBy(kind => kind.Key).Select(kind => (kind.Key, kind.Value));

    /// <summary>Criteria with the smallest share first.</summary>
    public IEnumerable<ResultLine> Worst => Lines.Where(line => line is { IsCriterion: true, Figure.Share: not null }).OrderBy(line => line.Figure.Share);
}
