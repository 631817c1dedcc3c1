using DiemSang.Core.Scoring;
using DiemSang.Modules.Scorecards.Data;
using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Scorecards;

/// <summary>Phiếu chấm: the unit's own side of a round. The head hands it in; nothing in it is filled in beforehand.</summary>
public sealed class ScoreSheet : TenantEntity, IAudited
{
    public Guid RoundId { get; init; }

    /// <summary>The organisation whose round it is.</summary>
    public Guid KeeperId { get; init; }
    public DateTimeOffset? ReadyAt { get; private set; }
    public string? ReadyBy { get; private set; }
    public DateTimeOffset? SubmittedAt { get; private set; }
    public string? SubmittedBy { get; private set; }
    public DateTimeOffset? ExplainedAt { get; private set; }
    public decimal? SelfPoints { get; private set; }

    /// <summary>Applicable maximum of what the unit scores itself: surveys and figures of others are not in it.</summary>
    public decimal? SelfMax { get; private set; }
    public int SelfCount { get; private set; }

    public List<SelfScore> Scores { get; } = [];

    public StageTotal Self => new(SelfPoints, SelfMax, SelfCount);

    /// <summary>Handed in, and not opened again since: more time for a later stage leaves it handed in.</summary>
    public bool IsSubmitted(Participant participant) => SubmittedAt is { } at && !(participant.SelfScoreTo is not null && participant.ReopenedAt > at);

    /// <summary>Puts the sheet before the head, who checks and hands it in.</summary>
    public void PutBefore(string by, DateTimeOffset at) => (ReadyBy, ReadyAt) = (by, at);

    public void Submit(string by, DateTimeOffset at) => (SubmittedBy, SubmittedAt) = (by, at);

    /// <summary>Back to the official: by the head, or recalled before the deadline.</summary>
    public void TakeBack() => (ReadyBy, ReadyAt, SubmittedBy, SubmittedAt) = (null, null, null, null);

    public void CloseExplanations(DateTimeOffset at) => ExplainedAt = at;

    public void Count(StageTotal self) => (SelfPoints, SelfMax, SelfCount) = (self.Points, self.Max, self.Count);
}

/// <summary>What the unit declared for one criterion, and what it answered to the first appraisal.</summary>
public sealed class SelfScore : TenantEntity, IAudited
{
    public const int TextMaxLength = 4000;

    public Guid SheetId { get; init; }
    public required string Code { get; init; }

    /// <summary>The declared data, as <see cref="DeclaredJson"/> writes it.</summary>
    public string Declared { get; private set; } = DeclaredJson.Nothing;
    public bool IsNotApplicable { get; private set; }
    public string? Reason { get; private set; }
    public string? Explanation { get; private set; }
    public string? FigureSource { get; private set; }
    public decimal? Points { get; private set; }
    public string? Answer { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public string ScoredBy { get; private set; } = "";
    public DateTimeOffset ScoredAt { get; private set; }

    public Declaration Declaration => new()
    {
        Values = DeclaredJson.Read(Declared), IsNotApplicable = IsNotApplicable, NotApplicableReason = Reason, Explanation = Explanation,
    };

    public void Declare(Declaration declaration, string? figureSource, string by, DateTimeOffset at)
    {
        Declared = DeclaredJson.Write(declaration.Values);
        IsNotApplicable = declaration.IsNotApplicable;
        Reason = declaration.NotApplicableReason;
        Explanation = declaration.Explanation;
        FigureSource = figureSource;
        (ScoredBy, ScoredAt) = (by, at);
    }

    /// <param name="points">Derived from the declaration; null when it does not apply or cannot be scored.</param>
    public void Take(decimal? points) => Points = points;

    public void Explain(string answer, DateTimeOffset at) => (Answer, AnsweredAt) = (answer, at);
}
