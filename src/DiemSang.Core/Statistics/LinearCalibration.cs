using MathNet.Numerics.LinearAlgebra;

namespace DiemSang.Core.Statistics;

/// <summary>
/// Generalised regression (GREG) weights: gᵢ = 1 + (T − X̂)ᵀ (Σ w x xᵀ)⁻¹ xᵢ, so that the weighted sums of the auxiliary variables equal
/// their known totals (Särndal, Swensson and Wretman 1992, §6.4). A weight may become negative; look at the smallest before using them.
/// </summary>
public sealed class LinearCalibration : Calibration
{
    private readonly Matrix<double> _auxiliaries;
    private readonly Vector<double> _originalWeights;
    private readonly Matrix<double> _inverse;

    /// <param name="design">The sample before calibration.</param>
    /// <param name="auxiliaries">
    /// One column per auxiliary variable, one value per respondent; a column of ones fixes the population.
    /// </param>
    /// <param name="totals">Known population total of each auxiliary.</param>
    /// <exception cref="SurveyDataException">An auxiliary is a combination of the others.</exception>
    public LinearCalibration(SurveyDesign design, IReadOnlyList<double[]> auxiliaries, double[] totals)
        : base(design.Weights.ToArray())
    {
        _auxiliaries = Matrix<double>.Build.DenseOfColumnArrays(auxiliaries);
        _originalWeights = Vector<double>.Build.DenseOfArray(design.Weights.ToArray());
        var moments = Weighted(_auxiliaries).TransposeThisAndMultiply(_auxiliaries);
        if (moments.Rank() < totals.Length)
        {
            throw new SurveyDataException("Các biến hiệu chỉnh phụ thuộc tuyến tính vào nhau: bỏ bớt một biến hoặc một nhóm.");
        }

        _inverse = moments.Inverse();
        var gap = Vector<double>.Build.DenseOfArray(totals) - _auxiliaries.TransposeThisAndMultiply(_originalWeights);
        var adjustment = _auxiliaries * (_inverse * gap);
        for (var row = 0; row < Weights.Length; row++)
        {
            Weights[row] *= 1 + adjustment[row];
        }
    }

    internal override void RemoveExplained(double[] column)
    {
        var values = Vector<double>.Build.DenseOfArray(column);
        var slopes = _inverse * _auxiliaries.TransposeThisAndMultiply(values.PointwiseMultiply(_originalWeights));
        (values - (_auxiliaries * slopes)).AsArray().CopyTo(column, 0);
    }

    private Matrix<double> Weighted(Matrix<double> columns) => columns.MapIndexed((row, _, value) => value * _originalWeights[row]);
}
