using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Surveys.Reviewing;

/// <summary>A list of responses to ask about again (phúc tra), drawn at random from a recorded seed.</summary>
public sealed class BackCheck : TenantEntity, IAudited
{
    public Guid WaveId { get; init; }
    public required string Seed { get; init; }
    public int Size { get; init; }

    /// <summary>Drawn among answers that somebody asked or entered, not among all.</summary>
    public bool OnlyHelped { get; init; }
    public DateTimeOffset DrawnAt { get; init; }
    public required List<Guid> Responses { get; init; }
}

public enum BackCheckOutcome { Same, Different, NotReached }

/// <summary>What somebody said when asked again; the last one about a response stands.</summary>
public sealed class BackCheckAnswer : TenantEntity, IAudited
{
    public const int NoteMaxLength = 500;

    public Guid BackCheckId { get; init; }
    public Guid ResponseId { get; init; }
    public BackCheckOutcome Outcome { get; init; }

    /// <summary>What differs.</summary>
    public string? Note { get; init; }
    public Guid RecordedBy { get; init; }
    public DateTimeOffset RecordedAt { get; init; }
}
