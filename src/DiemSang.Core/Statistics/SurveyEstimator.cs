namespace DiemSang.Core.Statistics;

/// <summary>
/// Means, proportions, totals and ratios of survey variables, for everybody or for a domain, with Taylor standard errors. A missing value is
/// NaN: the respondents who answered are the domain. Equal to R's <c>survey</c> (svymean, svytotal, svyratio, svyby) with <c>na.rm=TRUE</c>.
/// </summary>
public sealed class SurveyEstimator(SurveyDesign design)
{
    /// <summary>Every row of the design: the domain "everybody".</summary>
    public int[] Everybody { get; } = [.. Enumerable.Range(0, design.RowCount)];

    /// <summary>Weighted mean Σwy/Σw. The mean of a variable that is 0 or 1 is a proportion.</summary>
    /// <param name="values">One per respondent of the design, NaN where not answered.</param>
    /// <param name="domain">Rows to estimate for; null for everybody.</param>
    public Estimate Mean(double[] values, int[]? domain = null)
    {
        var answered = Answered(values, null, domain);
        var size = design.Size(answered.Rows);
        var mean = design.Total(answered.Rows, answered.Values) / size;
        return Describe(mean, answered.Rows, SampleVariance(answered, mean.Value), 1);
    }

    /// <summary>Weighted total Σwy.</summary>
    public Estimate Total(double[] values, int[]? domain = null)
    {
        var answered = Answered(values, null, domain);
        var size = design.Size(answered.Rows).Value;
        var total = design.Total(answered.Rows, answered.Values);
        return Describe(total, answered.Rows, SampleVariance(answered, total.Value / size), size);
    }

    /// <summary>Ratio Σwy/Σwx over the respondents who answered both.</summary>
    public Estimate Ratio(double[] numerator, double[] denominator, int[]? domain = null)
    {
        var answered = Answered(numerator, denominator, domain);
        var divisors = Gather(denominator, answered.Rows);
        var below = design.Total(answered.Rows, divisors);
        var ratio = design.Total(answered.Rows, answered.Values) / below;
        var residuals = answered.Values.Select((value, i) => value - (ratio.Value * divisors[i])).ToArray();
        var size = design.Size(answered.Rows).Value;
        return Describe(ratio, answered.Rows, SampleVariance((answered.Rows, residuals), 0), size / below.Value);
    }

    /// <summary>The estimate with its errors.</summary>
    /// <param name="estimate">Computed from totals of this design.</param>
    /// <param name="rows">Respondents it rests on.</param>
    /// <param name="sampleVariance">Variance of one respondent's contribution, on the scale of a mean; NaN where not asked for.</param>
    /// <param name="scale">Factor from that mean to the estimate.</param>
    internal Estimate Describe(Linearised estimate, int[] rows, double sampleVariance, double scale)
    {
        var variance = design.Variance(estimate);
        var (n, population) = Counts(rows);
        var unsampled = population > n ? 1 - (n / population) : 1;
        var simple = scale * scale * sampleVariance * unsampled / n;
        return new Estimate(estimate.Value, Math.Sqrt(variance), simple > 0 ? variance / simple : double.NaN, rows.Length, design.DegreesOfFreedom(rows));
    }

    private (int[] Rows, double[] Values) Answered(double[] values, double[]? also, int[]? domain)
    {
        var rows = (domain ?? Everybody).Where(row => !double.IsNaN(values[row]) && !(also is not null && double.IsNaN(also[row]))).ToArray();
        return (rows, Gather(values, rows));
    }

    private static double[] Gather(double[] values, int[] rows) => Array.ConvertAll(rows, row => values[row]);

    private (int Count, double Population) Counts(int[] rows)
    {
        var (count, population) = (0, 0.0);
        foreach (var row in rows)
        {
            count += design.Weights[row] != 0 ? 1 : 0;
            population += design.Weights[row];
        }

        return (count, population);
    }

    /// <summary>Σw(y−ȳ)²/Σw · n/(n−1): the population variance as R's <c>svyvar</c> estimates it.</summary>
    private double SampleVariance((int[] Rows, double[] Values) sample, double mean)
    {
        var squares = 0.0;
        for (var i = 0; i < sample.Rows.Length; i++)
        {
            squares += design.Weights[sample.Rows[i]] * Math.Pow(sample.Values[i] - mean, 2);
        }

        var (n, population) = Counts(sample.Rows);
        return squares / population * n / (n - 1.0);
    }
}
