using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Meetings;

public enum ConclusionState { Open, Done }

/// <summary>
/// What the chair decided, as work: a unit, a named person, a last good day (LDR-05). It keeps its own progress, because a plan's task
/// lives by its plan row; the next meeting of the kind asks for what is still open.
/// </summary>
public sealed class Conclusion : TenantEntity, IAudited
{
    public const int TextMaxLength = 2000;

    public Guid MeetingId { get; init; }
    public int Position { get; init; }
    public required string Text { get; init; }
    public Guid UnitId { get; init; }
    public Guid? PersonId { get; init; }

    /// <summary>Last good day.</summary>
    public DateOnly DueOn { get; init; }
    public ConclusionState State { get; private set; } = ConclusionState.Open;

    /// <summary>What was last said about it; the audit log keeps what was said before.</summary>
    public string? Progress { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public DateOnly? DoneOn { get; private set; }

    public bool IsLate(DateOnly today) => State == ConclusionState.Open && DueOn < today;

    public void Report(string progress, bool isDone, DateTimeOffset at, DateOnly today)
    {
        Progress = progress;
        AnsweredAt = at;
        State = isDone ? ConclusionState.Done : ConclusionState.Open;
        DoneOn = isDone ? DoneOn ?? today : null;
    }
}

public enum ProposalState { Open, Answered, CarriedOut, Declined }

/// <summary>A kiến nghị: who made it, who answers by when, the answer, and what came of it (FRM-03, FRM-04).</summary>
public sealed class Proposal : TenantEntity, IAudited
{
    public const int TextMaxLength = 2000;
    public const int ProposerMaxLength = 200;

    public Guid MeetingId { get; init; }
    public int Position { get; init; }

    /// <summary>Never made public.</summary>
    public required string Proposer { get; init; }
    public required string Text { get; init; }
    public Guid UnitId { get; init; }
    public DateOnly DueOn { get; init; }
    public string? Answer { get; private set; }
    public DateOnly? AnsweredOn { get; private set; }
    public string? Outcome { get; private set; }
    public DateOnly? OutcomeOn { get; private set; }
    public ProposalState State { get; private set; } = ProposalState.Open;
    public bool IsPublic { get; private set; }

    public bool IsLate(DateOnly today) => State == ProposalState.Open && DueOn < today;

    /// <param name="state">What the answer leaves the proposal in; declined and carried out need an outcome in words.</param>
    public void Settle(ProposalState state, string answer, string? outcome, DateOnly today)
    {
        State = state;
        Answer = answer;
        AnsweredOn ??= today;
        Outcome = outcome;
        OutcomeOn = outcome is null ? null : OutcomeOn ?? today;
    }

    public void Publish(bool isPublic) => IsPublic = isPublic;
}
