namespace DiemSang.Core.Ranking;

/// <summary>A published total beside its published parts; both printed with rounding.</summary>
/// <param name="Difference">Printed total − sum of parts.</param>
public sealed record PublishedTotal(string Unit, decimal Total, decimal SumOfParts)
{
    public decimal Difference => Total - SumOfParts;

    /// <summary>
    /// Rounding explains a small difference: PAR INDEX 2020 prints ±0.01 in three of ten rows. More is a misprint of the source and must be
    /// asked about before the number is used (Long An 2020: −0.20).
    /// </summary>
    public bool IsConsistent(decimal tolerance) => Math.Abs(Difference) <= tolerance;
}
