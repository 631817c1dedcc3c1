namespace DiemSang.Core.Statistics.Sampling;

/// <summary>How many people to ask.</summary>
public static class SampleSize
{
    /// <summary>n = N / (1 + N·e²), rounded up: the rule of the ministry's 2013 method (Quyết định 1383/QĐ-BNV); Yamane 1967.</summary>
    /// <param name="population">N, people or transactions in the period, at least 1.</param>
    /// <param name="margin">e, 0–1; 0.05 for five percentage points.</param>
    public static int Yamane(long population, double margin) => Up(population / (1 + (population * margin * margin)));

    /// <summary>
    /// Size that gives a share the wished margin: n₀ = z²p(1−p)/e² · deff, corrected for a finite population n₀/(1 + (n₀ − 1)/N) and
    /// divided by the expected response rate (Cochran 1977, §4.4).
    /// </summary>
    /// <param name="margin">Half the interval's width, 0–1.</param>
    /// <param name="population">N; null for a very large one.</param>
    /// <param name="share">Expected share, 0–1; 0.5 is the most careful.</param>
    /// <param name="level">Confidence, 0–1.</param>
    /// <param name="designEffect">Variance against simple random sampling, ≥ 1 for clusters.</param>
    /// <param name="responseRate">Expected share of answers, above 0 to 1.</param>
    public static int ForMargin(
        double margin, long? population = null, double share = 0.5, double level = 0.95, double designEffect = 1, double responseRate = 1)
    {
        var quantile = ConfidenceInterval.Quantile(ConfidenceInterval.NormalQuantile, level);
        var infinite = quantile * quantile * share * (1 - share) / (margin * margin) * designEffect;
        var needed = population is { } size ? infinite / (1 + ((infinite - 1) / size)) : infinite;
        return Up(needed / responseRate);
    }

    /// <summary>Rounds up, but not because of the last bit of a double.</summary>
    private static int Up(double size) => (int)Math.Ceiling(size - 1e-9);
}
