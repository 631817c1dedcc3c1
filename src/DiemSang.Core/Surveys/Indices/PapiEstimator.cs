using DiemSang.Core.Statistics;

namespace DiemSang.Core.Surveys.Indices;

/// <summary>An indicator measured in a survey.</summary>
/// <param name="SubDimension">"1.1": what stands before the point is the dimension.</param>
/// <param name="Values">One per respondent, NaN where not answered.</param>
/// <param name="Worst">Bound that scores lowest.</param>
/// <param name="Best">Bound that scores highest.</param>
public sealed record PapiIndicator(string SubDimension, double[] Values, double Worst, double Best)
{
    /// <summary>The dimension of a sub-dimension: "1.1" → "1".</summary>
    public static string DimensionOf(string subDimension) => subDimension.Split('.')[0];
}

/// <summary>
/// PAPI scores of one place from its respondents, with errors. Indicators are asked of the same people, so their errors go together: scores
/// are one straight-line combination of the indicators' means and get the variance of that combination (R: <c>svycontrast</c>).
/// </summary>
public sealed class PapiEstimator(SurveyDesign design)
{
    private readonly SurveyEstimator _estimator = new(design);

    /// <summary>Estimates by code: sub-dimensions "1.1", dimensions "1", and "total". Indicators weigh the same within a sub-dimension.</summary>
    public IReadOnlyDictionary<string, Estimate> Estimate(IReadOnlyList<PapiIndicator> indicators)
    {
        var estimates = new Dictionary<string, Estimate>();
        var dimensions = new List<Score>();
        foreach (var dimension in indicators.GroupBy(indicator => PapiIndicator.DimensionOf(indicator.SubDimension)))
        {
            var subDimensions = dimension.GroupBy(indicator => indicator.SubDimension).ToList();
            var scores = subDimensions.ConvertAll(sub => SubDimension([.. sub], subDimensions.Count));
            subDimensions.Zip(scores).ToList().ForEach(pair => estimates[pair.First.Key] = Describe(pair.Second, [.. pair.First]));
            dimensions.Add(scores.Aggregate((a, b) => a + b));
            estimates[dimension.Key] = Describe(dimensions[^1], [.. dimension]);
        }

        estimates["total"] = Describe(dimensions.Aggregate((a, b) => a + b), indicators);
        return estimates;
    }

    private Score SubDimension(IReadOnlyList<PapiIndicator> indicators, int components)
    {
        var lines = indicators.Select(indicator => PapiScale.Line(indicator.Worst, indicator.Best, components)).ToList();
        var share = 1.0 / indicators.Count;
        var varying = indicators.Zip(lines, (indicator, line) => share * line.Slope * Mean(indicator)).Aggregate((a, b) => a + b);
        return new Score(share * lines.Sum(line => line.Offset), varying);
    }

    private Linearised Mean(PapiIndicator indicator)
    {
        var rows = Answered(indicator);
        return design.Total(rows, Array.ConvertAll(rows, row => indicator.Values[row])) / design.Size(rows);
    }

    private int[] Answered(PapiIndicator indicator) => [.. _estimator.Everybody.Where(row => !double.IsNaN(indicator.Values[row]))];

    private Estimate Describe(Score score, IReadOnlyList<PapiIndicator> indicators)
    {
        var rows = indicators.SelectMany(Answered).Distinct().ToArray();
        var sample = new SimpleSample(rows.Length, rows.Length, rows.Length, double.NaN, 1);
        var estimate = design.Describe(score.Varying, sample, design.DegreesOfFreedom(design.UnitsOf(rows)));
        return estimate with { Value = score.Offset + score.Varying.Value };
    }

    /// <summary>A score: a fixed offset of the scale and the part that varies from sample to sample.</summary>
    private sealed record Score(double Offset, Linearised Varying)
    {
        public static Score operator +(Score a, Score b) => new(a.Offset + b.Offset, a.Varying + b.Varying);
    }
}
