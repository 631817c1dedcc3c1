namespace DiemSang.Core.Statistics;

/// <summary>
/// One stage of a sample: which stratum and which unit each row (respondent) belongs to at this stage. Arrays have one entry per row.
/// </summary>
public sealed record SamplingStage
{
    /// <summary>Stratum code; null when the stage is not stratified.</summary>
    public int[]? Strata { get; init; }

    /// <summary>Unit code, nested in stratum and in the unit of the stage above; null when each row is its own unit.</summary>
    public int[]? Units { get; init; }

    /// <summary>
    /// Units in the population of the row's stratum (&gt; 1), or the sampling fraction (0–1] when no entry is above 1. Null: drawn with
    /// replacement, and later stages do not matter (ultimate cluster).
    /// </summary>
    public double[]? Population { get; init; }

    /// <summary>Names of the stratum codes, for messages only.</summary>
    public IReadOnlyList<string>? StratumNames { get; init; }
}
