namespace DiemSang.Core.Scoring.Rules;

/// <param name="Each">Points taken each time, above 0.</param>
public sealed record DeductionItem(string Name, string Label, decimal Each);

/// <summary>
/// Starts at the maximum and loses points for each breach, never below <paramref name="Floor"/>. Phú Thọ demonstration, discipline rows.
/// </summary>
public sealed record DeductionRule(IReadOnlyList<DeductionItem> Items, decimal Floor = 0) : ScoringRule
{
    public override string Kind => "deduction";

    public override IReadOnlyList<InputField> Inputs { get; } =
        [.. Items.Select(item => new InputField(item.Name, item.Label, InputKind.Count) { Min = 0 })];

    public override RuleOutcome Score(RuleInput input)
    {
        var points = input.Max;
        foreach (var item in Items)
        {
            points -= input.Number(item.Name) * item.Each;
        }

        return RuleOutcome.Scored(Math.Max(points, Floor), LossCause.Deducted);
    }

    public override string Explain(RuleInput input, decimal points)
    {
        var breaches = Items.Where(item => input.Number(item.Name) > 0)
            .Select(item => $"{item.Label}: {ScoreText.Number(input.Number(item.Name))} × {ScoreText.Number(item.Each)}").ToList();
        return breaches.Count == 0
            ? $"Không có vi phạm: giữ đủ {ScoreText.Points(points)}."
            : $"{ScoreText.Number(input.Max)} trừ ({string.Join("; ", breaches)}), không thấp hơn {ScoreText.Number(Floor)} = {ScoreText.Points(points)}.";
    }

    public override IEnumerable<RuleProblem> Check(decimal max)
    {
        if (Items.Count == 0 || Items.Any(item => item.Each is <= 0 or > Limits.LargestPoints))
        {
            yield return RuleProblem.Error("Quy tắc trừ điểm cần ít nhất một nội dung, mỗi nội dung trừ hơn 0 điểm.");
        }

        if (Floor < 0 || Floor > max)
        {
            yield return RuleProblem.Error($"Điểm thấp nhất phải từ 0 đến {ScoreText.Number(max)}.");
        }
    }
}
