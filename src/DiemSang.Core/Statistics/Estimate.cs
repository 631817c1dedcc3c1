namespace DiemSang.Core.Statistics;

/// <summary>A survey estimate and what it is worth.</summary>
/// <param name="Value">The point estimate; NaN when nobody answered.</param>
/// <param name="StandardError">Design-based standard error (Taylor linearisation).</param>
/// <param name="DesignEffect">
/// Variance over the variance of a simple random sample without replacement of the same n (R's <c>deff=TRUE</c>); with replacement when the
/// weights do not add up to more than n. NaN where a simple random sample would have no variance.
/// </param>
/// <param name="Count">Respondents it rests on, unweighted.</param>
/// <param name="DegreesOfFreedom">Sampling units minus strata holding those respondents.</param>
public sealed record Estimate(double Value, double StandardError, double DesignEffect, int Count, int DegreesOfFreedom)
{
    /// <summary>Standard error over value: the coefficient of variation.</summary>
    public double RelativeError => StandardError / Math.Abs(Value);
}
