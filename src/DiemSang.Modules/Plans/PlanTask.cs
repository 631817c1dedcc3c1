using DiemSang.Core.Planning;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Plans;

/// <summary>Work given by one row of an issued plan (named so because Task is taken in C#; the table is plans.task).</summary>
public sealed class PlanTask : TenantEntity, IAudited
{
    public Guid PlanId { get; init; }
    public Guid RowId { get; init; }

    /// <summary>Every unit answers for itself; see who has not (PLN-13).</summary>
    public bool IsForAllUnits { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>Everything a person may search a task by, folded; the row cannot change any more.</summary>
    public required string SearchFolded { get; init; }

    public PlanRow Row { get; init; } = null!;
    public List<Assignment> Assignments { get; } = [];
    public List<Occurrence> Occurrences { get; } = [];
}

/// <summary>A unit's part in a task; among several leads one is accountable (PLN-11). The head may name an official (PLN-18).</summary>
public sealed class Assignment : TenantEntity, IAudited
{
    public Guid TaskId { get; init; }
    public Guid UnitId { get; init; }
    public Duty Duty { get; init; }
    public bool IsAccountable { get; init; }
    public Guid? PersonId { get; set; }
}

public enum ProgressState { NotStarted, InProgress, Blocked, Done }

/// <summary>One due period of a task, for the unit that answers for it; it carries the last thing said about it.</summary>
public sealed class Occurrence : TenantEntity, IDerived
{
    public Guid TaskId { get; init; }
    public Guid UnitId { get; init; }
    public DateOnly FromDate { get; init; }
    public DateOnly ToDate { get; init; }

    /// <summary>Last good day; null while there is none yet.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>The document that <see cref="DueOn"/> was counted from, where the plan left it open (PLN-16).</summary>
    public string? DueBasis { get; private set; }

    /// <summary>The monthly question about continuous work: any answer closes it, and an answer to a later one closes it too.</summary>
    public bool IsCheckIn { get; init; }
    public ProgressState State { get; private set; } = ProgressState.NotStarted;

    /// <summary>0–100.</summary>
    public int? Percent { get; private set; }
    public decimal? Numerator { get; private set; }
    public decimal? Denominator { get; private set; }

    /// <summary>When somebody last said something; null means silence.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }
    public DateOnly? DoneOn { get; private set; }

    /// <summary>When the last word was sent back; null once the unit has answered anew.</summary>
    public DateTimeOffset? ReturnedAt { get; private set; }

    public PlanTask Task { get; init; } = null!;

    public static Occurrence Of(PlanTask task, Guid unitId, OccurrencePeriod period) => new()
    {
        OrganisationId = task.OrganisationId,
        TaskId = task.Id,
        UnitId = unitId,
        FromDate = period.From,
        ToDate = period.To,
        DueOn = period.DueOn,
        IsCheckIn = period.IsCheckIn,
    };

    /// <summary>Gives the day that the plan left to another document: an inspection notice, a decision (PLN-16).</summary>
    public void FallDue(DateOnly on, string basis)
    {
        DueOn = on;
        DueBasis = basis;
    }

    public void Take(ProgressUpdate update, DateOnly today)
    {
        State = update.State;
        Percent = update.Percent;
        Numerator = update.Numerator;
        Denominator = update.Denominator;
        AnsweredAt = update.At;
        DoneOn = update.State == ProgressState.Done ? DoneOn ?? today : null;
        ReturnedAt = null;
    }

    /// <summary>The last word was sent back: what was said before it holds again, and the period waits.</summary>
    /// <param name="before">The update that still stands; null when nothing does.</param>
    public void GoBackTo(ProgressUpdate? before, DateTimeOffset at)
    {
        State = before?.State ?? ProgressState.NotStarted;
        Percent = before?.Percent;
        Numerator = before?.Numerator;
        Denominator = before?.Denominator;
        AnsweredAt = before?.At;
        DoneOn = before is { State: ProgressState.Done } ? before.At.VietnameseDay() : null;
        ReturnedAt = at;
    }
}

/// <summary>What a unit said about an occurrence; never changed afterwards.</summary>
public sealed class ProgressUpdate : TenantEntity, IAudited
{
    public const int NoteMaxLength = 2000;
    public const int DocumentNumberMaxLength = 200;

    public Guid OccurrenceId { get; init; }
    public Guid? PersonId { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>The version the period has with this update: whoever was shown an earlier one has not seen it.</summary>
    public int OccurrenceVersion { get; init; }
    public ProgressState State { get; init; }

    /// <summary>0–100; computed from numerator and denominator when these are given (BRD-07).</summary>
    public int? Percent { get; init; }
    public decimal? Numerator { get; init; }
    public decimal? Denominator { get; init; }
    public string? Note { get; init; }
    public string? DocumentNumber { get; init; }
    public Guid? FileId { get; init; }
}
