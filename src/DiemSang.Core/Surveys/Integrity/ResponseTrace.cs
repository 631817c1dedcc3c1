namespace DiemSang.Core.Surveys.Integrity;

/// <summary>What is kept about how a response came about; nothing in it says who the respondent is.</summary>
public sealed record ResponseTrace
{
    public required string Id { get; init; }

    /// <summary>Local time the answers were sent, or written on paper.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>From first question to sending; null when not measured (paper).</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>Answers to the questions on one scale, in the form's order; 0 where not answered.</summary>
    public required IReadOnlyList<byte> Answers { get; init; }

    /// <summary>How it was collected.</summary>
    public required CollectionChannel Channel { get; init; }

    /// <summary>Hash of device traits; null when unknown.</summary>
    public string? Device { get; init; }

    /// <summary>Counter, hamlet or poster the link came from.</summary>
    public string? Place { get; init; }

    /// <summary>Interviewer or keying clerk.</summary>
    public string? Enumerator { get; init; }

    /// <summary>True when staff of the body being rated entered the answers or helped.</summary>
    public bool ByStaff { get; init; }

    /// <summary>One-time code, null for open links.</summary>
    public string? Code { get; init; }
}

/// <summary>How a response was collected (hình thức thu thập).</summary>
public enum CollectionChannel
{
    Web,
    Kiosk,
    Interviewer,
    Paper,
}
