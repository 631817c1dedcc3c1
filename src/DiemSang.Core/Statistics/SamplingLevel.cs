namespace DiemSang.Core.Statistics;

/// <summary>The units and strata of one stage.</summary>
internal sealed class SamplingLevel
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

    public static SamplingLevel Build(SamplingStage stage, int[] parentOfRow, double[] parentScale, out int[] unitOfRow)
    {
        var level = new SamplingLevel { StatesPopulation = stage.Population is not null };
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
            $"{name} chỉ có một đơn vị mẫu ở bậc {stageNumber} nên không tính được sai số: gộp tầng, " +
            "hoặc chọn cách xử lý (remove, certainty, adjust, average).");
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
        var problem = !(size > 0) || double.IsInfinity(size) ? FormattableString.Invariant($"phải là số dương, đang là {size}")
            : size != declared ? FormattableString.Invariant($"là {size}, trong khi cùng tầng đã ghi {declared}")
            : sampled > size ? FormattableString.Invariant($"là {size}, trong khi tầng có tới {sampled} đơn vị mẫu")
            : null;
        if (problem is not null)
        {
            throw new SurveyDataException($"Dòng dữ liệu {row + 1}: quy mô tổng thể (fpc) {problem}.");
        }
    }
}
