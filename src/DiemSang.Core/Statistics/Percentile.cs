namespace DiemSang.Core.Statistics;

/// <summary>Percentiles by linear interpolation between order statistics: Hyndman and Fan's type 7, Excel's PERCENTILE.INC, R's default.</summary>
public static class Percentile
{
    /// <param name="values">At least one, none NaN.</param>
    /// <param name="share">0–1; 0.5 is the median.</param>
    public static double Of(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToArray();
        var position = share * (sorted.Length - 1);
        var below = (int)Math.Floor(position);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
    }
}
