namespace DiemSang.Core.Statistics;

/// <summary>Weights scaled to one margin after another until all are met (iterative proportional fitting, Deming and Stephan 1940).</summary>
public sealed class Raking : Calibration
{
    private const double Tolerance = 1e-12;
    private const int MaxRounds = 1000;

    /// <summary>R's <c>survey</c> sweeps the margins out of a variable ten times and without weights; so do we, to give its numbers.</summary>
    private const int Sweeps = 10;

    private readonly IReadOnlyList<Margin> _margins;
    private readonly double[] _ones;

    /// <exception cref="SurveyDataException">
    /// A category has no respondent, the margins disagree on the population, or no weights meet them all.
    /// </exception>
    public Raking(SurveyDesign design, IReadOnlyList<Margin> margins)
        : base(design.Weights.ToArray())
    {
        _margins = margins;
        _ones = [.. Enumerable.Repeat(1.0, design.RowCount)];
        CheckTotals(margins);
        Rake();
    }

    internal override void RemoveExplained(double[] column)
    {
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            foreach (var margin in _margins)
            {
                margin.Centre(column, _ones);
            }
        }
    }

    private void Rake()
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            var largestStep = 0.0;
            foreach (var margin in _margins)
            {
                var factors = margin.Factors(Weights);
                margin.Scale(Weights, factors);
                largestStep = Math.Max(largestStep, factors.Max(factor => Math.Abs(factor - 1)));
            }

            if (largestStep < Tolerance)
            {
                return;
            }
        }

        throw new SurveyDataException("Không có bộ trọng số nào khớp cùng lúc mọi phân bố đã cho: bớt biến hiệu chỉnh hoặc gộp nhóm.");
    }

    private static void CheckTotals(IReadOnlyList<Margin> margins)
    {
        var population = margins[0].Totals.Sum();
        foreach (var margin in margins.Where(margin => Math.Abs(margin.Totals.Sum() - population) > 1e-9 * population))
        {
            throw new SurveyDataException(FormattableString.Invariant(
                $"Tổng dân số theo \"{margin.Name}\" là {margin.Totals.Sum()}, khác tổng theo \"{margins[0].Name}\" là {population}."));
        }
    }
}
