namespace DiemSang.Core.Statistics;

/// <summary>
/// The sampling units of every stage whose variance counts, from first stage to last. Totals are kept once per unit of the last of these
/// stages; the variance is computed from them alone, so its cost does not depend on the number of respondents.
/// </summary>
internal sealed class UnitTree
{
    private readonly List<Level> _levels = [];

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
            var level = Level.Build(stage, parent, parentScale, out var unitOfRow);
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

    /// <summary>The units and strata of one stage.</summary>
    private sealed class Level
    {
        private readonly List<int> _stratumOfUnit = [];
        private readonly List<int> _parentOfStratum = [];
        private readonly List<int> _unitsInStratum = [];
        private readonly List<int> _firstRowOfStratum = [];
        private double[] _fraction = [];
        private double[] _scale = [];

        public int UnitCount => _stratumOfUnit.Count;

        public bool StatesPopulation { get; private init; }

        private int StratumCount => _parentOfStratum.Count;

        public static Level Build(SamplingStage stage, int[] parentOfRow, double[] parentScale, out int[] unitOfRow)
        {
            var level = new Level { StatesPopulation = stage.Population is not null };
            var stratumOfRow = level.NumberStrata(stage.Strata, parentOfRow);
            unitOfRow = level.NumberUnits(stage.Units, stratumOfRow);
            level._fraction = level.Fractions(stage, stratumOfRow);
            level._scale = [.. level._parentOfStratum.Select(parent => parentScale[parent])];
            return level;
        }

        /// <summary>Refuses a stratum with one unit when the caller asked to be told.</summary>
        public void Check(LonelyPsu lonely, SamplingStage stage, int stageNumber)
        {
            var stratum = lonely == LonelyPsu.Fail ? Enumerable.Range(0, StratumCount).FirstOrDefault(IsLonely, -1) : -1;
            if (stratum < 0)
            {
                return;
            }

            var code = stage.Strata?[_firstRowOfStratum[stratum]];
            var name = code is { } known ? $"Tầng \"{stage.StratumNames?[known] ?? known.ToString()}\"" : "Mẫu";
            throw new SurveyDataException(
                $"{name} chỉ có một đơn vị mẫu ở bậc {stageNumber} nên không tính được sai số: gộp tầng, hoặc chọn cách xử lý (remove, certainty, adjust, average).");
        }

        /// <summary>What variance found inside a unit is multiplied by: the product of the sampling fractions above it.</summary>
        public double[] ScaleOfUnits() => [.. _stratumOfUnit.Select(stratum => _scale[stratum] * _fraction[stratum])];

        public double[] ScaleAboveUnits() => [.. _stratumOfUnit.Select(stratum => _scale[stratum])];

        public double[] SumByParent(double[] totals, int parentCount)
        {
            var sums = new double[parentCount];
            for (var unit = 0; unit < totals.Length; unit++)
            {
                sums[_parentOfStratum[_stratumOfUnit[unit]]] += totals[unit];
            }

            return sums;
        }

        public bool[] PresentParents(bool[] present, int parentCount)
        {
            var parents = new bool[parentCount];
            for (var unit = 0; unit < present.Length; unit++)
            {
                parents[_parentOfStratum[_stratumOfUnit[unit]]] |= present[unit];
            }

            return parents;
        }

        public int DegreesOfFreedom(bool[] present)
        {
            var units = Enumerable.Range(0, UnitCount).Where(unit => present[unit]).ToList();
            return units.Count - units.Select(unit => _stratumOfUnit[unit]).Distinct().Count();
        }

        public double Variance(double[] totals, LonelyPsu lonely)
        {
            var squares = SumsOfSquares(totals);
            var parents = new Dictionary<int, (double Variance, int Strata, int Lonely)>();
            for (var stratum = 0; stratum < StratumCount; stratum++)
            {
                var (sum, strata, alone) = parents.GetValueOrDefault(_parentOfStratum[stratum]);
                sum += _scale[stratum] * StratumVariance(stratum, squares[stratum], lonely);
                parents[_parentOfStratum[stratum]] = (sum, strata + 1, alone + (IsLonely(stratum) ? 1 : 0));
            }

            return parents.Values.Sum(p => lonely == LonelyPsu.Average && p.Lonely > 0 ? AverageUp(p) : p.Variance);
        }

        private static double AverageUp((double Variance, int Strata, int Lonely) parent) =>
            parent.Variance * parent.Strata / (parent.Strata - parent.Lonely);

        private bool IsLonely(int stratum) => _unitsInStratum[stratum] == 1 && _fraction[stratum] < 1;

        private double StratumVariance(int stratum, (double Around, double Raw) squares, LonelyPsu lonely)
        {
            var n = _unitsInStratum[stratum];
            var unsampled = 1 - _fraction[stratum];
            return n > 1 ? unsampled * n / (n - 1) * squares.Around
                : lonely == LonelyPsu.Adjust ? unsampled * squares.Raw
                : 0;
        }

        /// <summary>Per stratum: squares around the stratum mean, and around zero. Two passes: the textbook one-pass formula loses digits.</summary>
        private (double Around, double Raw)[] SumsOfSquares(double[] totals)
        {
            var means = new double[StratumCount];
            for (var unit = 0; unit < totals.Length; unit++)
            {
                means[_stratumOfUnit[unit]] += totals[unit] / _unitsInStratum[_stratumOfUnit[unit]];
            }

            var squares = new (double Around, double Raw)[StratumCount];
            for (var unit = 0; unit < totals.Length; unit++)
            {
                var stratum = _stratumOfUnit[unit];
                var difference = totals[unit] - means[stratum];
                squares[stratum].Around += difference * difference;
                squares[stratum].Raw += totals[unit] * totals[unit];
            }

            return squares;
        }

        private int[] NumberStrata(int[]? codes, int[] parentOfRow)
        {
            var numbers = new Dictionary<(int Parent, int Code), int>();
            var stratumOfRow = new int[parentOfRow.Length];
            for (var row = 0; row < stratumOfRow.Length; row++)
            {
                var key = (parentOfRow[row], codes?[row] ?? 0);
                if (!numbers.TryGetValue(key, out var stratum))
                {
                    numbers[key] = stratum = numbers.Count;
                    _parentOfStratum.Add(key.Item1);
                    _unitsInStratum.Add(0);
                    _firstRowOfStratum.Add(row);
                }

                stratumOfRow[row] = stratum;
            }

            return stratumOfRow;
        }

        private int[] NumberUnits(int[]? codes, int[] stratumOfRow)
        {
            var numbers = new Dictionary<(int Stratum, int Code), int>();
            var unitOfRow = new int[stratumOfRow.Length];
            for (var row = 0; row < unitOfRow.Length; row++)
            {
                var key = (stratumOfRow[row], codes?[row] ?? row);
                if (!numbers.TryGetValue(key, out var unit))
                {
                    numbers[key] = unit = numbers.Count;
                    _stratumOfUnit.Add(key.Item1);
                    _unitsInStratum[key.Item1]++;
                }

                unitOfRow[row] = unit;
            }

            return unitOfRow;
        }

        private double[] Fractions(SamplingStage stage, int[] stratumOfRow)
        {
            var fractions = new double[StratumCount];
            if (stage.Population is not { } population)
            {
                return fractions;
            }

            var isFraction = population.All(size => size <= 1);
            for (var row = 0; row < stratumOfRow.Length; row++)
            {
                var stratum = stratumOfRow[row];
                var declared = population[_firstRowOfStratum[stratum]];
                CheckPopulation(population[row], declared, isFraction ? 0 : _unitsInStratum[stratum], row);
                fractions[stratum] = isFraction ? declared : _unitsInStratum[stratum] / declared;
            }

            return fractions;
        }

        private static void CheckPopulation(double size, double declared, int sampled, int row)
        {
            if (!(size > 0) || double.IsInfinity(size))
            {
                throw new SurveyDataException(FormattableString.Invariant($"Dòng dữ liệu {row + 1}: quy mô tổng thể (fpc) phải là số dương, đang là {size}."));
            }

            if (size != declared)
            {
                throw new SurveyDataException(FormattableString.Invariant($"Dòng dữ liệu {row + 1}: quy mô tổng thể (fpc) là {size}, trong khi cùng tầng đã ghi {declared}."));
            }

            if (sampled > size)
            {
                throw new SurveyDataException(FormattableString.Invariant($"Dòng dữ liệu {row + 1}: tầng có {sampled} đơn vị mẫu, nhiều hơn quy mô tổng thể (fpc) {size}."));
            }
        }
    }
}
