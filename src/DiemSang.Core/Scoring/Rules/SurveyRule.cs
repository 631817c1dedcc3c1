namespace DiemSang.Core.Scoring.Rules;

/// <param name="Percent">Worth of one such answer, 0–100 (Yên Bái product: A 100, B 60, C 20, D 0).</param>
public sealed record SurveyAnswer(string Name, string Label, decimal Percent);

/// <summary>
/// Survey result × max. Without <paramref name="Answers"/> the result is declared as one percentage (SIPAS: share of satisfied answers);
/// with them it is the mean worth of the counted answers.
/// </summary>
public sealed record SurveyRule(IReadOnlyList<SurveyAnswer> Answers) : ScoringRule
{
    private const string Percent = "percent";

    public override string Kind => "survey";

    public override IReadOnlyList<InputField> Inputs { get; } = Answers.Count == 0
        ? [new(Percent, "Kết quả khảo sát (%)", InputKind.Percent) { Min = 0, Max = 100 }]
        : [.. Answers.Select(answer => new InputField(answer.Name, $"Số trả lời “{answer.Label}”", InputKind.Count) { Min = 0 })];

    public override RuleOutcome Score(RuleInput input) => ResultOf(input) is { } result
        ? RuleOutcome.Scored(result * input.Max / 100, LossCause.Survey)
        : RuleOutcome.Failed("Chưa có câu trả lời khảo sát nào, không tính được điểm.");

    public override string Explain(RuleInput input, decimal points)
    {
        var sample = Answers.Count == 0 ? "" : $" từ {ScoreText.Number(Total(input))} câu trả lời";
        return $"Kết quả khảo sát{sample} {ScoreText.Number(ResultOf(input) ?? 0)} % × {ScoreText.Number(input.Max)} = {ScoreText.Points(points)}.";
    }

    public override IEnumerable<RuleProblem> Check(decimal max) =>
        Answers.Any(answer => answer.Percent is < 0 or > 100) ? [RuleProblem.Error("Mỗi phương án trả lời phải từ 0 đến 100 %.")] : [];

    private decimal? ResultOf(RuleInput input)
    {
        if (Answers.Count == 0)
        {
            return input.Number(Percent);
        }

        var total = Total(input);
        return total == 0 ? null : Answers.Sum(answer => input.Number(answer.Name) * answer.Percent) / total;
    }

    private decimal Total(RuleInput input) => Answers.Sum(answer => input.Number(answer.Name));
}
