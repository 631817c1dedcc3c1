namespace DiemSang.Core.Statistics;

/// <summary>
/// The sampling units of every stage whose variance counts, from first stage to last. Totals are kept once per unit of the last of these
/// stages; the variance is computed from them alone, so its cost does not depend on the number of respondents.
/// </summary>
internal sealed class UnitTree
{
    private readonly List<SamplingLevel> _levels = [];

    /// <param name="rowCount">Respondents.</param>
    /// <param name="stages">Stages from first to last.</param>
    /// <param name="lonely">Checked here, so that a design that cannot be estimated is refused once and early.</param>
    public UnitTree(int rowCount, IReadOnlyList<SamplingStage> stages, LonelyPsu lonely)
    {
        Lonely = lonely;
        var parent = new int[rowCount];
        var parentScale = new[] { 1.0 };
        foreach (var stage in stages)
        {
            var level = SamplingLevel.Build(stage, parent, parentScale, out var unitOfRow);
            level.Check(lonely, stage, _levels.Count + 1);
            _levels.Add(level);
            if (stage.Population is null)
            {
                // Drawn with replacement: what happens below is already inside the differences between these units.
                parent = unitOfRow;
                break;
            }

            (parent, parentScale) = (unitOfRow, level.ScaleOfUnits());
        }

        UnitOfRow = parent;
    }

    public LonelyPsu Lonely { get; }

    /// <summary>Unit of the last counted stage, per row.</summary>
    public int[] UnitOfRow { get; }

    public int UnitCount => _levels[^1].UnitCount;

    /// <summary>Chance of each row to be in the sample, from the stages that state their population; one where none does.</summary>
    public double[] SelectionProbabilities()
    {
        var ofUnit = _levels[^1].StatesPopulation ? _levels[^1].ScaleOfUnits() : _levels[^1].ScaleAboveUnits();
        return Array.ConvertAll(UnitOfRow, unit => ofUnit[unit]);
    }

    /// <summary>First-stage units minus first-stage strata, both counted among the given units only (R's <c>degf</c> of a subset).</summary>
    public int DegreesOfFreedom(bool[] present)
    {
        var units = present;
        for (var i = _levels.Count - 1; i > 0; i--)
        {
            units = _levels[i].PresentParents(units, _levels[i - 1].UnitCount);
        }

        return _levels[0].DegreesOfFreedom(units);
    }

    /// <summary>
    /// Variance of a total whose contribution per unit is given: Σ over stages and strata of
    /// f₁…f₍ₛ₋₁₎ · (1 − fₕ) · nₕ/(nₕ − 1) · Σⱼ (zₕⱼ − z̄ₕ)² (Särndal, Swensson and Wretman 1992, §4.3; the recursion of R's <c>svyrecvar</c>).
    /// </summary>
    public double Variance(double[] contribution)
    {
        var variance = 0.0;
        var totals = contribution;
        for (var i = _levels.Count - 1; i >= 0; i--)
        {
            variance += _levels[i].Variance(totals, Lonely);
            if (i > 0)
            {
                totals = _levels[i].SumByParent(totals, _levels[i - 1].UnitCount);
            }
        }

        return variance;
    }
}
