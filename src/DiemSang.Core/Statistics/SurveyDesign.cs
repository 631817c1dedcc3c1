namespace DiemSang.Core.Statistics;

/// <summary>How the respondents of a survey were drawn: weights, stages, strata, sampling units, and what a lonely unit means.</summary>
public sealed class SurveyDesign
{
    private readonly UnitTree _tree;
    private readonly double[] _weights;
    private readonly Calibration? _calibration;

    /// <param name="rowCount">Respondents.</param>
    /// <param name="weights">
    /// One per respondent: how many of the population it stands for; zero or more, not all zero. Null: the inverse of the sampling fractions
    /// when every stage states its population, else one each.
    /// </param>
    /// <param name="stages">Stages from first to last, at least one.</param>
    /// <param name="lonely">What a stratum with one sampled unit adds to the variance.</param>
    /// <exception cref="SurveyDataException">The columns contradict each other or hold impossible numbers.</exception>
    public SurveyDesign(int rowCount, double[]? weights, IReadOnlyList<SamplingStage> stages, LonelyPsu lonely = LonelyPsu.Fail)
    {
        _tree = new UnitTree(rowCount, stages, lonely);
        _weights = weights ?? Array.ConvertAll(_tree.SelectionProbabilities(), probability => 1 / probability);
        CheckWeights(_weights);
        HasZeroWeights = _weights.Contains(0);
    }

    private SurveyDesign(SurveyDesign original, Calibration calibration)
    {
        _tree = original._tree;
        _weights = calibration.Weights;
        _calibration = calibration;
        HasZeroWeights = _weights.Contains(0);
    }

    /// <summary>Respondents.</summary>
    public int RowCount => _weights.Length;

    /// <summary>Weight of each respondent, after calibration if there was one.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    internal int UnitCount => _tree.UnitCount;

    internal int[] UnitOfRow => _tree.UnitOfRow;

    /// <summary>False when variables must first lose what calibration explains before they may be added up by unit.</summary>
    internal bool AddsUpDirectly => _calibration is null;

    internal bool HasZeroWeights { get; }

    /// <summary>A simple random sample with replacement of equal weights: the default of SIPAS, for which no weights are published.</summary>
    public static SurveyDesign Unweighted(int rowCount) => new(rowCount, null, [new SamplingStage()]);

    /// <summary>The same sample with weights that reproduce known population figures, and variances that profit from it.</summary>
    public SurveyDesign With(Calibration calibration) => new(this, calibration);

    /// <summary>
    /// Estimated population total Σ w·y of a variable known for the given rows, zero elsewhere (a domain keeps all its sampling units).
    /// </summary>
    /// <param name="rows">Row numbers, each at most once.</param>
    /// <param name="values">One value per entry of <paramref name="rows"/>.</param>
    public Linearised Total(int[] rows, double[] values)
    {
        var total = 0.0;
        var influence = new double[_tree.UnitCount];
        for (var i = 0; i < rows.Length; i++)
        {
            var weighted = _weights[rows[i]] * values[i];
            total += weighted;
            influence[_tree.UnitOfRow[rows[i]]] += weighted;
        }

        return new Linearised(total, _calibration is null ? influence : CalibratedInfluence(_calibration, rows, values));
    }

    /// <summary>Estimated population size Σ w of the given rows.</summary>
    public Linearised Size(int[] rows)
    {
        var ones = new double[rows.Length];
        Array.Fill(ones, 1);
        return Total(rows, ones);
    }

    /// <summary>Design variance of a linearised estimate.</summary>
    public double Variance(Linearised estimate) => _tree.Variance(estimate.Influence);

    /// <summary>The estimate with its errors.</summary>
    internal Estimate Describe(Linearised estimate, SimpleSample sample, int degreesOfFreedom)
    {
        var variance = Variance(estimate);
        var simple = sample.VarianceOfEstimate;
        var designEffect = simple > 0 ? variance / simple : double.NaN;
        return new Estimate(estimate.Value, Math.Sqrt(variance), designEffect, sample.Respondents, degreesOfFreedom);
    }

    /// <summary>Sampling units that hold one of the given rows with a positive weight.</summary>
    internal bool[] UnitsOf(int[] rows)
    {
        var present = new bool[_tree.UnitCount];
        foreach (var row in rows)
        {
            present[_tree.UnitOfRow[row]] |= _weights[row] > 0;
        }

        return present;
    }

    /// <summary>First-stage units minus strata, among those that hold one of the given units.</summary>
    internal int DegreesOfFreedom(bool[] units) => _tree.DegreesOfFreedom(units);

    private double[] CalibratedInfluence(Calibration calibration, int[] rows, double[] values)
    {
        var column = new double[RowCount];
        for (var i = 0; i < rows.Length; i++)
        {
            column[rows[i]] = values[i];
        }

        calibration.RemoveExplained(column);
        var influence = new double[_tree.UnitCount];
        for (var row = 0; row < column.Length; row++)
        {
            influence[_tree.UnitOfRow[row]] += _weights[row] * column[row];
        }

        return influence;
    }

    private static void CheckWeights(double[] weights)
    {
        var bad = Array.FindIndex(weights, weight => !(weight >= 0) || double.IsInfinity(weight));
        if (bad >= 0)
        {
            throw new SurveyDataException(FormattableString.Invariant(
                $"Dòng dữ liệu {bad + 1}: trọng số phải là số không âm, đang là {weights[bad]}."));
        }

        if (!weights.Any(weight => weight > 0))
        {
            throw new SurveyDataException("Không có lượt trả lời nào có trọng số lớn hơn 0.");
        }
    }
}
