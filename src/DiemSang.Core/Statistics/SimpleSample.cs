namespace DiemSang.Core.Statistics;

/// <summary>The respondents an estimate rests on, seen as a simple random sample: what its design effect compares with.</summary>
/// <param name="Respondents">All of them.</param>
/// <param name="Weighted">Those with a weight above zero: n.</param>
/// <param name="Population">Their weights together: N̂.</param>
/// <param name="Variance">Variance of one respondent's contribution, Σw·e²/Σw · n/(n−1); NaN where no design effect is asked for.</param>
/// <param name="Scale">Factor from the mean of the contributions to the estimate.</param>
internal readonly record struct SimpleSample(int Respondents, int Weighted, double Population, double Variance, double Scale)
{
    /// <summary>Variance without replacement, or with it where the weights do not add up to more people than were asked.</summary>
    public double VarianceOfEstimate
    {
        get
        {
            var unsampled = Population > Weighted ? 1 - (Weighted / Population) : 1;
            return Scale * Scale * Variance * unsampled / Weighted;
        }
    }
}
