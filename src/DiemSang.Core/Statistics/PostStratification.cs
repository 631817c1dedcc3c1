namespace DiemSang.Core.Statistics;

/// <summary>Weights scaled within each category so that each adds up to its known population (Holt and Smith 1979).</summary>
public sealed class PostStratification : Calibration
{
    private readonly Margin _margin;
    private readonly double[] _originalWeights;

    /// <exception cref="SurveyDataException">A category has no respondent.</exception>
    public PostStratification(SurveyDesign design, Margin margin)
        : base(design.Weights.ToArray())
    {
        _margin = margin;
        _originalWeights = design.Weights.ToArray();
        margin.Scale(Weights, margin.Factors(Weights));
    }

    internal override void RemoveExplained(double[] column) => _margin.Centre(column, _originalWeights);
}
