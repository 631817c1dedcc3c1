namespace DiemSang.Core.Scoring.Rules;

/// <summary>Each one gives points, up to the maximum. Phú Thọ demonstration row 3.2 (0.5 each, at most 2).</summary>
/// <param name="Each">Points for one, above 0.</param>
public sealed record CountRule(decimal Each, string? Label = null) : ScoringRule
{
    private const string Count = "count";

    public override string Kind => "count";
    public override IReadOnlyList<InputField> Inputs { get; } = [new(Count, Label ?? "Số lượng", InputKind.Count) { Min = 0 }];

    public override RuleOutcome Score(RuleInput input)
    {
        var points = Math.Min(input.Number(Count) * Each, input.Max);
        return RuleOutcome.Scored(points, points == 0 ? LossCause.NotDone : LossCause.PartlyDone);
    }

    public override string Explain(RuleInput input, decimal points)
    {
        var cap = input.Number(Count) * Each > input.Max ? $", tối đa {ScoreText.Number(input.Max)}" : "";
        return $"{ScoreText.Number(input.Number(Count))} × {ScoreText.Number(Each)}{cap} = {ScoreText.Points(points)}.";
    }

    public override IEnumerable<RuleProblem> Check(decimal max) =>
        Each <= 0 || Each > max ? [RuleProblem.Error($"Điểm cho mỗi đơn vị phải lớn hơn 0 và không quá {ScoreText.Number(max)}.")] : [];
}
