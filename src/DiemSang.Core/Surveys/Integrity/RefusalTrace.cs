namespace DiemSang.Core.Surveys.Integrity;

/// <summary>Why a one-time code was not taken.</summary>
public enum CodeRefusal
{
    /// <summary>It has its answer already.</summary>
    Used,

    /// <summary>Nobody was given it.</summary>
    Unknown,

    /// <summary>The wave was over.</summary>
    Expired,
}

/// <summary>Tries with one-time codes that were turned away; nothing in it says who tried.</summary>
/// <param name="Code">Null for codes nobody was given.</param>
/// <param name="Place">Counter, hamlet or poster the form was opened from.</param>
/// <param name="Tries">At least 1.</param>
/// <param name="LastAt">Local time of the last one.</param>
public sealed record RefusalTrace(CodeRefusal Reason, string? Code, string Place, int Tries, DateTimeOffset LastAt);
