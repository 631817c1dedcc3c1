namespace DiemSang.Modules.Evidence;

/// <summary>A period of a task as Plans publishes it (view plans.occurrence_line): what proofs are mostly used for.</summary>
public sealed class OccurrenceLine
{
    public Guid OrganisationId { get; init; }
    public Guid OccurrenceId { get; init; }
    public Guid TaskId { get; init; }
    public Guid UnitId { get; init; }
    public required string Unit { get; init; }
    public int UnitOrder { get; init; }
    public int Position { get; init; }

    /// <summary>"PAPI 1.1 Cơ hội tham gia".</summary>
    public required string Name { get; init; }
    public DateOnly FromDate { get; init; }
    public DateOnly ToDate { get; init; }
    public DateOnly? DoneOn { get; init; }
}
