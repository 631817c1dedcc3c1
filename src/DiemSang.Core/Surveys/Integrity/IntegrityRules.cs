namespace DiemSang.Core.Surveys.Integrity;

/// <summary>Limits of the integrity checks; the shipped values are in <c>catalog/surveys/integrity.yaml</c>.</summary>
public sealed record IntegrityRules
{
    /// <summary>Too fast below this share (0–1) of the wave's median time.</summary>
    public required double FastShareOfMedian { get; init; }

    /// <summary>Too fast below this many seconds per answered question.</summary>
    public required double FastSecondsPerAnswer { get; init; }

    /// <summary>Straight-lined from this share (0–1) of equal answers.</summary>
    public required double StraightShare { get; init; }

    /// <summary>Fewer answers than this are too few to call a line or a copy.</summary>
    public required int FewestAnswers { get; init; }

    /// <summary>Responses one personal device may send.</summary>
    public required int ResponsesPerDevice { get; init; }

    /// <summary>Responses one device or place may send within <see cref="BurstWindow"/>.</summary>
    public required int ResponsesPerBurst { get; init; }

    public required TimeSpan BurstWindow { get; init; }

    /// <summary>Wrong or late one-time codes that mistyping explains, at one place.</summary>
    public required int RefusedTriesPerPlace { get; init; }

    /// <summary>Local hour (0–23) night begins.</summary>
    public required int NightFrom { get; init; }

    /// <summary>Local hour (0–23) night ends.</summary>
    public required int NightTo { get; init; }

    /// <summary>An enumerator's answers vary too little below this share (0–1) of the others' variance.</summary>
    public required double EnumeratorVarianceShare { get; init; }

    /// <summary>Responses an enumerator must have before being compared.</summary>
    public required int FewestPerEnumerator { get; init; }

    /// <summary>Most of a place's answers (0–1) that staff may enter.</summary>
    public required double StaffShare { get; init; }
}
