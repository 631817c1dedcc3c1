namespace DiemSang.Core.Statistics.Sampling;

/// <summary>Sharing a sample out over strata.</summary>
public static class Allocation
{
    /// <summary>
    /// In proportion to size, in whole units that add up to the sample (Webster's divisor method), each stratum getting at least the minimum
    /// and at most all it has. For Neyman's allocation give size × standard deviation as <paramref name="importance"/>.
    /// </summary>
    /// <param name="available">Units in the frame per stratum.</param>
    /// <param name="sample">Units to draw in all.</param>
    /// <param name="minimum">Per stratum; two let its error be estimated.</param>
    /// <param name="importance">What to be proportional to; null for the number of units.</param>
    /// <exception cref="SurveyDataException">The minimum alone needs more than the sample.</exception>
    public static Dictionary<string, int> Proportional(
        IReadOnlyDictionary<string, int> available, int sample, int minimum = 2, IReadOnlyDictionary<string, double>? importance = null)
    {
        var taken = available.ToDictionary(stratum => stratum.Key, stratum => Math.Min(minimum, stratum.Value));
        var left = Math.Min(sample, available.Values.Sum()) - taken.Values.Sum();
        if (left < 0)
        {
            throw new SurveyDataException(
                $"Cỡ mẫu {sample} không đủ cho {available.Count} tầng, mỗi tầng ít nhất {minimum}: tăng cỡ mẫu hoặc gộp tầng.");
        }

        double Claim(string stratum) => (importance?[stratum] ?? available[stratum]) / (taken[stratum] + 0.5);
        for (; left > 0; left--)
        {
            taken[taken.Keys.Where(stratum => taken[stratum] < available[stratum]).MaxBy(Claim)!]++;
        }

        return taken;
    }
}
