using DiemSang.Core.Surveys.Integrity;
using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Surveys;

/// <summary>What one person answered (lượt trả lời). Written by <c>ResponseWriter</c>, never changed.</summary>
public sealed class Response : TenantEntity
{
    public Guid WaveId { get; init; }

    /// <summary>Made with the empty form: however often it is sent, it is one response.</summary>
    public Guid SubmissionKey { get; init; }
    public Guid PointId { get; init; }
    public Guid? CodeId { get; init; }
    public CollectionChannel Channel { get; init; }

    /// <summary>Interviewer or keying clerk.</summary>
    public Guid? HelperId { get; init; }

    /// <summary>Mark of the device's traits, good within the wave only.</summary>
    public string? Device { get; init; }
    public string Language { get; init; } = "vi";

    /// <summary>Null when not measured (paper).</summary>
    public DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset FinishedAt { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Answers by variable; several choices of one question are separated by spaces.</summary>
    public required Dictionary<string, string> Answers { get; init; }
}
