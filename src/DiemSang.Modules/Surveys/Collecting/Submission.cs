using DiemSang.Core.Surveys.Integrity;

namespace DiemSang.Modules.Surveys.Collecting;

/// <summary>Checked answers on their way to the database.</summary>
public sealed record Submission
{
    /// <summary>Drawn for each try, so that the try that was stored is known from one that came after it.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid OrganisationId { get; init; }
    public required Guid WaveId { get; init; }
    public required Guid PointId { get; init; }

    /// <summary>The same for every try to send the same form.</summary>
    public required Guid Key { get; init; }
    public required CollectionChannel Channel { get; init; }
    public Guid? CodeId { get; init; }
    public Guid? HelperId { get; init; }
    public string? Device { get; init; }
    public string Language { get; init; } = "vi";
    public DateTimeOffset? StartedAt { get; init; }
    public required DateTimeOffset FinishedAt { get; init; }
    public required IReadOnlyDictionary<string, string> Answers { get; init; }
}

/// <summary>What became of a submission; only the first two mean that the answers are on disk.</summary>
public enum SubmissionOutcome
{
    Stored,

    /// <summary>Sent again: it was stored before, and that first one stands.</summary>
    StoredBefore,

    CodeUsed,

    WaveClosed,
}

/// <summary>So many answers are waiting for the disk that no more are taken; the sender keeps them and tries again.</summary>
public sealed class TooManyWaitingException() : Exception("Too many survey answers are waiting for the database.");
