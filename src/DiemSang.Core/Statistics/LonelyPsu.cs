namespace DiemSang.Core.Statistics;

/// <summary>
/// What a stratum with a single sampled unit adds to the variance, under the names of R's option <c>survey.lonely.psu</c>. A stratum whose
/// only unit was taken with certainty (sampling fraction 1) is never lonely: it adds nothing.
/// </summary>
public enum LonelyPsu
{
    /// <summary>Refuse to estimate: someone must decide how to merge strata.</summary>
    Fail,

    /// <summary>The stratum adds nothing. The error is understated.</summary>
    Remove,

    /// <summary>The unit counts as taken with certainty: adds nothing, as <see cref="Remove"/>, but says why.</summary>
    Certainty,

    /// <summary>The unit's whole contribution counts, centred at zero instead of at its own mean. Conservative.</summary>
    Adjust,

    /// <summary>The stratum adds what the other strata add on average.</summary>
    Average,
}
