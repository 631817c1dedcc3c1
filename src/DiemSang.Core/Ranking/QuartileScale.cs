using DiemSang.Core.Scoring;

namespace DiemSang.Core.Ranking;

/// <summary>
/// Four groups by quartile as PAPI reports them, on type-7 percentiles (Excel PERCENTILE.INC, R type 7). The published counts of 2023 need
/// "above", those of 2020 "at or above", so the side is a choice.
/// </summary>
public static class QuartileScale
{
    /// <summary>Highest first.</summary>
    public static IReadOnlyList<string> Labels { get; } = ["Cao", "Trung bình cao", "Trung bình thấp", "Thấp"];

    /// <param name="values">Known values only, at least one.</param>
    /// <param name="boundaryIsHigher">True: a value equal to a percentile belongs to the group above it.</param>
    public static GradeScale Of(IReadOnlyCollection<decimal> values, bool boundaryIsHigher)
    {
        var sorted = values.Order().ToList();
        decimal?[] edges = [null, Percentile(sorted, 75), Percentile(sorted, 50), Percentile(sorted, 25), null];
        return new GradeScale(
            [.. Labels.Select((label, i) => new Grade(label, new Interval(edges[i + 1], boundaryIsHigher, edges[i], !boundaryIsHigher)))]);
    }

    /// <summary>Type-7 percentile: linear interpolation at (n − 1) × p.</summary>
    /// <param name="sorted">Ascending, not empty.</param>
    /// <param name="percent">0–100.</param>
    public static decimal Percentile(IReadOnlyList<decimal> sorted, decimal percent)
    {
        var place = (sorted.Count - 1) * percent / 100;
        var below = (int)decimal.Floor(place);
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
