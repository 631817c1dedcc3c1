namespace DiemSang.Core.Statistics;

/// <summary>
/// New weights under which the sample reproduces known population figures, and the regression that those figures stand for. The variance
/// of a calibrated estimate is the variance of what the figures do not explain (Deville and Särndal 1992, doi:10.1080/01621459.1992.10475217).
/// </summary>
public abstract class Calibration
{
    private protected Calibration(double[] weights) => Weights = weights;

    /// <summary>Calibrated weight per respondent.</summary>
    public double[] Weights { get; }

    /// <summary>Replaces a variable, one value per respondent, by its residual from the calibration figures.</summary>
    internal abstract void RemoveExplained(double[] column);
}
