namespace DiemSang.Core.Statistics.Sampling;

/// <summary>What somebody asks of a draw; with a frame it becomes a <see cref="SamplePlan"/>.</summary>
public sealed record SampleOrder
{
    private const int FewestPerStratum = 2;

    /// <summary>Recorded before the draw.</summary>
    public required string Seed { get; init; }

    /// <summary>First-stage units to draw in all; null to reckon it from <see cref="Margin"/>.</summary>
    public int? Take { get; init; }

    /// <summary>Margin of error of a share, 0–1.</summary>
    public double? Margin { get; init; }

    /// <summary>n = N/(1 + N·e²) instead of the formula for a share.</summary>
    public bool IsYamane { get; init; }

    /// <summary>The margin holds in every stratum, not only for all together.</summary>
    public bool IsPerStratum { get; init; }

    /// <summary>Variance expected against simple random sampling, at least 1.</summary>
    public double DesignEffect { get; init; } = 1;

    /// <summary>Share of answers expected, above 0 to 1.</summary>
    public double ResponseRate { get; init; } = 1;

    /// <summary>Of the first stage; later stages are systematic.</summary>
    public SelectionMethod Method { get; init; }

    /// <summary>Units to draw within each unit of the stage before, one number per later stage.</summary>
    public IReadOnlyList<int> PerUnit { get; init; } = [];

    /// <summary>Replacements per list of the last stage.</summary>
    public int Reserve { get; init; }

    /// <summary>First-stage units of each stratum in the frame.</summary>
    public IReadOnlyDictionary<string, int> Available(IReadOnlyList<FrameUnit> frame) => frame.GroupBy(unit => unit.Stratum)
        .ToDictionary(stratum => stratum.Key, stratum => PerUnit.Count == 0 ? stratum.Count() : stratum.Select(unit => unit.Clusters[0]).Distinct().Count());

    /// <exception cref="SurveyDataException">No size is given, or it does not do for the strata, or a number is impossible.</exception>
    public SamplePlan PlanFor(IReadOnlyList<FrameUnit> frame)
    {
        CheckNumbers();
        var available = Available(frame);
        var firstStage = Margin is { } margin && IsPerStratum && Take is null
            ? frame.GroupBy(unit => unit.Stratum).ToDictionary(stratum => stratum.Key, stratum => Math.Min(FirstStageUnits(stratum.Count(), margin), available[stratum.Key]))
            : Allocation.Proportional(available, InAll(frame.Count), available.Count > 1 ? FewestPerStratum : 0);
        return new SamplePlan(Seed, firstStage, Stages());
    }

    private void CheckNumbers()
    {
        if (!(DesignEffect > 0) || double.IsInfinity(DesignEffect) || ResponseRate is not (> 0 and <= 1))
        {
            throw new SurveyDataException("Hiệu ứng thiết kế phải lớn hơn 0; tỷ lệ trả lời phải lớn hơn 0 và không quá 1, ví dụ 0.8.");
        }

        if (Reserve < 0)
        {
            throw new SurveyDataException("Số dự phòng không thể âm.");
        }
    }

    private int InAll(int population) => (Take, Margin) switch
    {
        ({ } take and > 0, _) => take,
        (null, { } margin) => FirstStageUnits(population, margin),
        _ => throw new SurveyDataException("Cần cỡ mẫu (số nguyên dương) hoặc sai số."),
    };

    private int FirstStageUnits(int population, double margin)
    {
        var people = IsYamane ? SampleSize.Yamane(population, margin) : SampleSize.ForMargin(margin, population, designEffect: DesignEffect, responseRate: ResponseRate);
        var perFirstStage = PerUnit.Aggregate(1, (product, number) => product * number);
        return (people + perFirstStage - 1) / perFirstStage;
    }

    private List<StagePlan> Stages()
    {
        var stages = PerUnit.Select(number => new StagePlan(SelectionMethod.Systematic, number)).Prepend(new StagePlan(Method, 0)).ToList();
        stages[^1] = stages[^1] with { Reserve = Reserve };
        return stages;
    }
}
