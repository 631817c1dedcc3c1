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
        var mean = design.Total(answered.Rows, answered.Values) / design.Size(answered.Rows);
        return Describe(mean, answered.Rows, Spread(answered, mean.Value) with { Scale = 1 });
    }

    /// <summary>Weighted total Σwy.</summary>
    public Estimate Total(double[] values, int[]? domain = null)
    {
        var answered = Answered(values, null, domain);
        var total = design.Total(answered.Rows, answered.Values);
        var mean = total.Value / design.Size(answered.Rows).Value;
        var spread = Spread(answered, mean);
        return Describe(total, answered.Rows, spread with { Scale = spread.Population });
    }

    /// <summary>Ratio Σwy/Σwx over the respondents who answered both.</summary>
    public Estimate Ratio(double[] numerator, double[] denominator, int[]? domain = null)
    {
        var answered = Answered(numerator, denominator, domain);
        var divisors = Gather(denominator, answered.Rows);
        var below = design.Total(answered.Rows, divisors);
        var ratio = design.Total(answered.Rows, answered.Values) / below;
        var residuals = answered.Values.Select((value, i) => value - (ratio.Value * divisors[i])).ToArray();
        var spread = Spread((answered.Rows, residuals), 0);
        return Describe(ratio, answered.Rows, spread with { Scale = spread.Population / below.Value });
    }

    private Estimate Describe(Linearised estimate, int[] rows, SimpleSample sample) =>
        design.Describe(estimate, sample, design.DegreesOfFreedom(design.UnitsOf(rows)));

    private (int[] Rows, double[] Values) Answered(double[] values, double[]? also, int[]? domain)
    {
        var rows = (domain ?? Everybody).Where(row => !double.IsNaN(values[row]) && !(also is not null && double.IsNaN(also[row]))).ToArray();
        return (rows, Gather(values, rows));
    }

    private static double[] Gather(double[] values, int[] rows) => Array.ConvertAll(rows, row => values[row]);

    private SimpleSample Spread((int[] Rows, double[] Values) sample, double mean)
    {
        var (n, population, squares) = (0, 0.0, 0.0);
        for (var i = 0; i < sample.Rows.Length; i++)
        {
            var weight = design.Weights[sample.Rows[i]];
            n += weight != 0 ? 1 : 0;
            population += weight;
            squares += weight * Math.Pow(sample.Values[i] - mean, 2);
        }

        return new SimpleSample(sample.Rows.Length, n, population, squares / population * n / (n - 1.0), 1);
    }
}
