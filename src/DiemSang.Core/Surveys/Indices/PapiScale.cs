namespace DiemSang.Core.Surveys.Indices;

/// <summary>
/// PAPI's scale: a dimension with k sub-dimensions is their sum, each on [1/k, 10/k], so that dimensions run from 1 to 10 and their total
/// from 8 to 80. Indicators are put on the scale by their theoretical bounds, the same every year (papi.org.vn, method).
/// </summary>
public static class PapiScale
{
    /// <summary>y = 1/k + (x − worst)/(best − worst) · 9/k.</summary>
    /// <param name="value">The indicator, between <paramref name="worst"/> and <paramref name="best"/>.</param>
    /// <param name="worst">Bound that scores 1/k: the theoretical minimum, or the maximum for a harmful indicator.</param>
    /// <param name="best">Bound that scores 10/k.</param>
    /// <param name="components">k, sub-dimensions of the dimension.</param>
    public static decimal Rescale(decimal value, decimal worst, decimal best, int components) =>
        (1 + ((value - worst) / (best - worst) * 9)) / components;

    /// <summary>The same as a straight line of the indicator: offset + slope · x.</summary>
    public static (double Offset, double Slope) Line(double worst, double best, int components)
    {
        var slope = 9 / (best - worst) / components;
        return ((1.0 / components) - (slope * worst), slope);
    }
}
