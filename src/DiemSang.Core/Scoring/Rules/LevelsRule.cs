namespace DiemSang.Core.Scoring.Rules;

/// <summary>
/// One level: fixed <paramref name="Points"/> or <paramref name="Percent"/> of the maximum (0–100); exactly one is given.
/// </summary>
public sealed record Level(string Key, string Label, decimal? Points, decimal? Percent)
{
    public decimal PointsOf(decimal max) => Points ?? max * Percent!.Value / 100;
}

/// <summary>
/// One level is chosen. Points: Cà Mau 1880/2013 row 1.1.1 (on time 1, late 0.5, none 0). Percent: Phú Thọ demonstration row 4.1
/// (100 / 75 / 50 % of 2).
/// </summary>
public sealed record LevelsRule(IReadOnlyList<Level> Levels) : ScoringRule
{
    private const string Chosen = "level";

    public override string Kind => "levels";

    public override IReadOnlyList<InputField> Inputs { get; } =
        [new(Chosen, "Mức đạt", InputKind.Choice) { Choices = [.. Levels.Select(level => (level.Key, level.Label))] }];

    public override RuleOutcome Score(RuleInput input)
    {
        var points = LevelOf(input).PointsOf(input.Max);
        return RuleOutcome.Scored(points, points == 0 ? LossCause.NotDone : LossCause.PartlyDone);
    }

    public override string Explain(RuleInput input, decimal points)
    {
        var level = LevelOf(input);
        var share = level.Percent is { } percent ? $"{ScoreText.Number(percent)} % của {ScoreText.Number(input.Max)} = " : "";
        return $"Mức “{level.Label}”: {share}{ScoreText.Points(points)}.";
    }

    public override IEnumerable<RuleProblem> Check(decimal max)
    {
        foreach (var level in Levels.Where(level => level.Points is null == level.Percent is null))
        {
            yield return RuleProblem.Error($"Mức “{level.Label}” phải ghi hoặc điểm, hoặc phần trăm.");
        }

        foreach (var level in Levels.Where(level => (level.Points ?? 0) < 0 || (level.Points ?? 0) > max || level.Percent is < 0 or > 100))
        {
            yield return RuleProblem.Error($"Mức “{level.Label}” nằm ngoài 0 đến {ScoreText.Number(max)} điểm.");
        }

        foreach (var key in Levels.GroupBy(level => level.Key).Where(same => same.Count() > 1).Select(same => same.Key))
        {
            yield return RuleProblem.Error($"Mức “{key}” bị khai hai lần.");
        }

        if (!Levels.Any(level => level.Points == max || level.Percent == 100))
        {
            yield return RuleProblem.Warning("Không mức nào đạt điểm tối đa.");
        }
    }

    private Level LevelOf(RuleInput input)
    {
        var key = input.Text(Chosen);
        foreach (var level in Levels)
        {
            if (level.Key == key)
            {
                return level;
            }
        }

        throw new InvalidOperationException($"Level {key} passed the declaration check but is not in the rule.");
    }
}
