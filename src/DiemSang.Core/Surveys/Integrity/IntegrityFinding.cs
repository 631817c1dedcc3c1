namespace DiemSang.Core.Surveys.Integrity;

/// <summary>What a check looked for.</summary>
public enum IntegrityCheck
{
    /// <summary>Answered faster than the questions can be read.</summary>
    TooFast,

    /// <summary>The same answer down the page.</summary>
    StraightLine,

    /// <summary>Many responses from one personal device.</summary>
    RepeatedDevice,

    /// <summary>Responses equal answer for answer.</summary>
    IdenticalAnswers,

    /// <summary>Many responses from one device or place in a short time.</summary>
    Burst,

    /// <summary>Sent at night over a channel that is closed then.</summary>
    AtNight,

    /// <summary>An enumerator whose responses hardly differ.</summary>
    EnumeratorVariance,

    /// <summary>A one-time code that had its answer was tried again.</summary>
    DuplicateCode,

    /// <summary>A place where codes that nobody was given, or of a wave that was over, were tried.</summary>
    RefusedCodes,

    /// <summary>A place where staff entered too many of the answers.</summary>
    StaffShare,
}

/// <summary>Something a reviewer should look at. It is a reason to ask, never proof, and no response is dropped because of it.</summary>
/// <param name="Check">What was looked for.</param>
/// <param name="Subject">The response, device, place, enumerator or code it is about.</param>
/// <param name="Score">How far from ordinary: above 0, at most 1.</param>
/// <param name="Responses">Ids of the responses concerned; none when nothing was stored.</param>
/// <param name="Explanation">Vietnamese sentence with the figures behind the score.</param>
public sealed record IntegrityFinding(IntegrityCheck Check, string Subject, double Score, IReadOnlyList<string> Responses, string Explanation);
