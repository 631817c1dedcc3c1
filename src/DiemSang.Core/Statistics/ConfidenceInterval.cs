using MathNet.Numerics.Distributions;

namespace DiemSang.Core.Statistics;

/// <summary>How an interval is put around an estimate.</summary>
public enum IntervalMethod
{
    /// <summary>Estimate ± quantile × standard error.</summary>
    Wald,

    /// <summary>Wald on the log-odds, carried back: stays inside 0–1. For proportions.</summary>
    Logit,

    /// <summary>Wilson's score interval with the effective sample size p(1−p)/V (Korn and Graubard 1998). For proportions, also 0 and 1.</summary>
    Wilson,
}

/// <summary>An interval that holds the population value in the stated share of samples.</summary>
public readonly record struct ConfidenceInterval(double Low, double High)
{
    /// <summary>Degrees of freedom that make the t quantile the normal one.</summary>
    public const double NormalQuantile = double.PositiveInfinity;

    /// <summary>Half the width: the margin of error.</summary>
    public double Margin => (High - Low) / 2;

    /// <param name="estimate">For <see cref="IntervalMethod.Logit"/> and <see cref="IntervalMethod.Wilson"/>, a proportion 0–1.</param>
    /// <param name="method">A proportion of exactly 0 or 1 has no log-odds: <see cref="IntervalMethod.Logit"/> then gives Wilson's interval.</param>
    /// <param name="degreesOfFreedom">Of the t quantile; <see cref="NormalQuantile"/> for 1.96.</param>
    /// <param name="level">Confidence, 0–1.</param>
    public static ConfidenceInterval Around(Estimate estimate, IntervalMethod method, double degreesOfFreedom, double level = 0.95)
    {
        var quantile = Quantile(degreesOfFreedom, level);
        var extreme = estimate.Value is 0 or 1;
        return method switch
        {
            IntervalMethod.Logit when !extreme => Logit(estimate, quantile),
            IntervalMethod.Logit or IntervalMethod.Wilson => Wilson(estimate, quantile),
            _ => new(estimate.Value - (quantile * estimate.StandardError), estimate.Value + (quantile * estimate.StandardError)),
        };
    }

    /// <summary>Two-sided quantile of Student's t (normal for infinite degrees of freedom); NaN without degrees of freedom.</summary>
    public static double Quantile(double degreesOfFreedom, double level) =>
        double.IsPositiveInfinity(degreesOfFreedom) ? Normal.InvCDF(0, 1, (1 + level) / 2)
        : degreesOfFreedom > 0 ? StudentT.InvCDF(0, 1, degreesOfFreedom, (1 + level) / 2)
        : double.NaN;

    private static ConfidenceInterval Logit(Estimate estimate, double quantile)
    {
        var p = estimate.Value;
        var centre = Math.Log(p / (1 - p));
        var reach = quantile * estimate.StandardError / (p * (1 - p));
        return new(1 / (1 + Math.Exp(reach - centre)), 1 / (1 + Math.Exp(-reach - centre)));
    }

    private static ConfidenceInterval Wilson(Estimate estimate, double quantile)
    {
        var p = estimate.Value;
        // At 0 and 1 the estimated variance is zero and says nothing: the plain n is then the best effective size known.
        var n = estimate.StandardError > 0 ? p * (1 - p) / Math.Pow(estimate.StandardError, 2) : estimate.Count;
        var z2 = quantile * quantile;
        var centre = (p + (z2 / (2 * n))) / (1 + (z2 / n));
        var reach = quantile / (1 + (z2 / n)) * Math.Sqrt((p * (1 - p) / n) + (z2 / (4 * n * n)));
        return new(Math.Max(0, centre - reach), Math.Min(1, centre + reach));
    }
}
