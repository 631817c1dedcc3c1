using DiemSang.Core.Language;
using DiemSang.Core.Planning;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Plans;

/// <summary>Work given by one row of an issued plan (named so because Task is taken in C#; the table is plans.task).</summary>
public sealed class PlanTask : TenantEntity, IAudited
{
    public Guid PlanId { get; init; }

    /// <summary>The row in force; an amendment that rewords the row leaves the task and all that was said about it.</summary>
    public Guid RowId { get; private set; }

    /// <summary>Every unit answers for itself; see who has not (PLN-13).</summary>
    public bool IsForAllUnits { get; private set; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>"Done" is said with a file or a document number.</summary>
    public bool NeedsEvidence { get; set; }

    /// <summary>Which way its number is to move (BRD-06); null: it is not judged.</summary>
    public Direction? Direction { get; set; }

    /// <summary>Of the check-ins of continuous work.</summary>
    public Rhythm Rhythm { get; private set; }

    /// <summary>First day of a rhythm chosen after issue.</summary>
    public DateOnly? RhythmFrom { get; private set; }

    /// <summary>Everything a person may search a task by, folded.</summary>
    public string SearchFolded { get; private set; } = "";

    public PlanRow Row { get; init; } = null!;
    public List<Assignment> Assignments { get; } = [];
    public List<Occurrence> Occurrences { get; } = [];

    /// <summary>The task is what this row says from now on.</summary>
    public void Follow(PlanRow row, bool isForAllUnits)
    {
        RowId = row.Id;
        IsForAllUnits = isForAllUnits;
        SearchFolded = VietnameseText.Fold(string.Join(' ', Searchable(row)));
    }

    /// <summary>Asks for check-ins in another rhythm, from its next beginning: the running period stays.</summary>
    public void ChangeRhythm(Rhythm rhythm, DateOnly today)
    {
        Rhythm = rhythm;
        RhythmFrom = rhythm == Rhythm.Weekly ? OccurrenceSchedule.MondayFrom(today.AddDays(1)) : new DateOnly(today.Year, today.Month, 1).AddMonths(1);
    }

    private static IEnumerable<string?> Searchable(PlanRow row) =>
        [row.Code, row.Title, row.Content, row.Target, row.MeasuresIntro, .. row.Measures.Select(measure => measure.Text), .. row.Parties.Select(party => party.PrintedName)];
}

/// <summary>A unit's part in a task; among several leads one is accountable (PLN-11). The head may name an official (PLN-18).</summary>
public sealed class Assignment : TenantEntity, IAudited
{
    public Guid TaskId { get; init; }
    public Guid UnitId { get; init; }
    public Duty Duty { get; init; }
    public bool IsAccountable { get; set; }
    public Guid? PersonId { get; set; }

    /// <summary>First day the unit is asked, when an amendment brought it in; null: as long as the plan runs here.</summary>
    public DateOnly? FollowedFrom { get; init; }

    public decimal? BaseNumerator { get; private set; }
    public decimal? BaseDenominator { get; private set; }
    public DateOnly? BaseOn { get; private set; }
    public string? BaseSource { get; private set; }

    /// <summary>What the number was before the plan; null while nobody has said it (BRD-06).</summary>
    public CountedNumber? Base => BaseNumerator is { } numerator ? new CountedNumber(numerator, BaseDenominator) : null;

    public void StartFrom(CountedNumber number, DateOnly on, string? source) =>
        (BaseNumerator, BaseDenominator, BaseOn, BaseSource) = (number.Numerator, number.Denominator, on, source);
}

public enum ProgressState { NotStarted, InProgress, Blocked, Done }

/// <summary>One due period of a task, for the unit that answers for it; it carries the last thing said about it.</summary>
public sealed class Occurrence : TenantEntity, IDerived
{
    public Guid TaskId { get; init; }
    public Guid UnitId { get; init; }
    public DateOnly FromDate { get; private set; }
    public DateOnly ToDate { get; private set; }

    /// <summary>Last good day; null while there is none yet.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>The document that <see cref="DueOn"/> was counted from, where the plan left it open (PLN-16).</summary>
    public string? DueBasis { get; private set; }

    /// <summary>The monthly or weekly question about continuous work: any answer closes it, and an answer to a later one closes it too.</summary>
    public bool IsCheckIn { get; private set; }
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

    /// <summary>An amendment no longer asks for this period; it is kept, with everybody who was asked.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Nothing is asked for it any more: done, or a check-in that was answered.</summary>
    public bool IsSettled => State == ProgressState.Done || (IsCheckIn && AnsweredAt is not null);

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

    /// <summary>An amendment asks for another period instead; what was said about it stays.</summary>
    public void MoveTo(OccurrencePeriod period)
    {
        FromDate = period.From;
        ToDate = period.To;
        DueOn = period.DueOn;
        DueBasis = null;
        IsCheckIn = period.IsCheckIn;
    }

    public void Withdraw(DateTimeOffset at) => WithdrawnAt = at;

    /// <summary>The period asked for, though perhaps from another day on.</summary>
    public bool Is(OccurrencePeriod period) => ToDate == period.To && (IsCheckIn == period.IsCheckIn || FromDate == period.From);

    /// <summary>What the period would ask was settled before its days were changed: it is not asked again.</summary>
    public bool Settles(OccurrencePeriod period) => IsSettled && IsCheckIn == period.IsCheckIn && FromDate <= period.To && period.From <= ToDate;

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

    /// <summary>Made by the form or the phone that sent it: the same sending twice is one update.</summary>
    public Guid? ClientKey { get; init; }
    public ProgressState State { get; init; }

    /// <summary>0–100; computed from numerator and denominator when these are given (BRD-07).</summary>
    public int? Percent { get; init; }
    public decimal? Numerator { get; init; }
    public decimal? Denominator { get; init; }
    public string? Note { get; init; }
    public string? DocumentNumber { get; init; }
    public Guid? FileId { get; init; }
}
