using DiemSang.Core.Planning;
using DiemSang.Modules.Plans.Importing;
using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Plans;

public enum PlanImportState { Waiting, Reading, Read, Failed, Applied, Dropped }

/// <summary>One reading of one file. The draft waits here until a person has looked at it.</summary>
public sealed class PlanImport : TenantEntity
{
    /// <summary>After so many readings that never ended (the program stopped each time) the file is given up.</summary>
    public const int MaxAttempts = 3;

    public Guid FileId { get; init; }

    /// <summary>The plan it became, or the plan a corrected file is compared with.</summary>
    public Guid? PlanId { get; set; }
    public PlanImportState State { get; private set; } = PlanImportState.Waiting;
    public string? Step { get; private set; }
    public int Percent { get; private set; }

    /// <summary>One plain Vietnamese line for the person who dropped the file.</summary>
    public string? Failure { get; private set; }
    public PlanDraft? Draft { get; private set; }

    /// <summary>The document as it was read, shown beside the rows.</summary>
    public ReadDocument? Source { get; private set; }
    public int Attempts { get; private set; }
    public DateTimeOffset RequestedAt { get; init; }
    public Guid? RequestedBy { get; init; }
    public DateTimeOffset? FinishedAt { get; private set; }

    public bool IsUnfinished => State is PlanImportState.Waiting or PlanImportState.Reading;

    /// <summary>A reading begins.</summary>
    /// <returns>False when it has begun too often already.</returns>
    public bool Begin()
    {
        Attempts++;
        State = PlanImportState.Reading;
        return Attempts <= MaxAttempts;
    }

    public void Finish(PlanDraft draft, ReadDocument source, DateTimeOffset at)
    {
        State = PlanImportState.Read;
        Draft = draft;
        Source = source;
        Percent = 100;
        FinishedAt = at;
    }

    public void Fail(string message, DateTimeOffset at)
    {
        State = PlanImportState.Failed;
        Failure = message;
        FinishedAt = at;
    }

    public void Apply(Guid planId)
    {
        State = PlanImportState.Applied;
        PlanId = planId;
    }

    public void Drop() => State = PlanImportState.Dropped;
}
