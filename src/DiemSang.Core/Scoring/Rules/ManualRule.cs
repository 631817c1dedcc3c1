namespace DiemSang.Core.Scoring.Rules;

/// <summary>A person gives points between <paramref name="Min"/> and the maximum, in steps (Sa Đéc: min / bước nhảy / max).</summary>
/// <param name="Step">Distance between allowed points, counted from <paramref name="Min"/>; null for any.</param>
public sealed record ManualRule(decimal Min = 0, decimal? Step = null) : ScoringRule
{
    private const string Given = "points";

    public override string Kind => "manual";
    public override IReadOnlyList<InputField> Inputs { get; } = [new(Given, "Điểm", InputKind.Number)];

    public override RuleOutcome Score(RuleInput input)
    {
        var points = input.Number(Given);
        if (points < Min || points > input.Max)
        {
            return RuleOutcome.Failed($"Điểm {ScoreText.Number(points)} nằm ngoài khoảng {ScoreText.Range(Min, input.Max)}.");
        }

        return Step is { } step && (points - Min) % step != 0
            ? RuleOutcome.Failed($"Điểm {ScoreText.Number(points)} không đúng bước {ScoreText.Number(step)} kể từ {ScoreText.Number(Min)}.")
            : RuleOutcome.Scored(points, points == Min ? LossCause.NotDone : LossCause.PartlyDone);
    }

    public override string Explain(RuleInput input, decimal points) =>
        $"Điểm chấm trực tiếp: {ScoreText.Number(points)} trên {ScoreText.Points(input.Max)}.";

    public override IEnumerable<RuleProblem> Check(decimal max)
    {
        if (Min < 0 || Min > max)
        {
            yield return RuleProblem.Error($"Điểm thấp nhất phải từ 0 đến {ScoreText.Number(max)}.");
        }

        if (Step is { } step && (step <= 0 || (max - Min) % step != 0))
        {
            yield return RuleProblem.Error(
                $"Bước điểm phải lớn hơn 0 và chia hết khoảng từ {ScoreText.Number(Min)} đến {ScoreText.Number(max)}.");
        }
    }
}
