namespace DiemSang.Modules.Evidence;

/// <summary>What a unit was asked about a task, as Plans publishes it (view plans.request_line): its answer may bring a file.</summary>
public sealed class RequestLine
{
    public Guid OrganisationId { get; init; }
    public Guid RequestId { get; init; }
    public Guid TaskId { get; init; }

    /// <summary>Who is asked.</summary>
    public Guid UnitId { get; init; }
    public required string Unit { get; init; }

    /// <summary>"PAPI 1.1 Cơ hội tham gia".</summary>
    public required string Name { get; init; }
}
