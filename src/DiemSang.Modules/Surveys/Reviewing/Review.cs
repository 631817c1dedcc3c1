using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Surveys.Reviewing;

public enum ReviewDecision { Counted, LeftOut }

/// <summary>A reviewer's decision about a response, with its reason; the last one stands. Without one a response counts.</summary>
public sealed class Review : TenantEntity, IAudited
{
    public const int ReasonMaxLength = 500;

    public Guid WaveId { get; init; }
    public Guid ResponseId { get; init; }
    public ReviewDecision Decision { get; init; }
    public required string Reason { get; init; }
    public Guid DecidedBy { get; init; }
    public DateTimeOffset DecidedAt { get; init; }
}
