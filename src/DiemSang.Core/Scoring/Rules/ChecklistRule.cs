namespace DiemSang.Core.Scoring.Rules;

public sealed record ChecklistItem(string Name, string Label, decimal Points);

/// <summary>
/// Points of the parts met are added, up to the maximum. Hải Phòng 3793/2022 row 1.1.2 (3 × 0.1); Xuân Lộc 244/2022 row 4.2
/// (0.25 + 0.25 + 0.5).
/// </summary>
public sealed record ChecklistRule(IReadOnlyList<ChecklistItem> Items) : ScoringRule
{
    public override string Kind => "checklist";

    public override IReadOnlyList<InputField> Inputs { get; } =
        [.. Items.Select(item => new InputField(item.Name, item.Label, InputKind.YesNo) { IsRequired = false })];

    public override RuleOutcome Score(RuleInput input)
    {
        var sum = 0m;
        foreach (var item in Items)
        {
            sum += input.Yes(item.Name) ? item.Points : 0;
        }

        return RuleOutcome.Scored(Math.Min(sum, input.Max), sum == 0 ? LossCause.NotDone : LossCause.PartlyDone);
    }

    public override string Explain(RuleInput input, decimal points)
    {
        var met = Items.Where(item => input.Yes(item.Name)).ToList();
        var unmet = Items.Where(item => !input.Yes(item.Name)).Select(item => item.Label).ToList();
        var sum = met.Count == 0 ? "0" : string.Join(" + ", met.Select(item => ScoreText.Number(item.Points)));
        var cap = met.Sum(item => item.Points) > input.Max ? $", tối đa {ScoreText.Number(input.Max)}" : "";
        var missing = unmet.Count == 0 ? "" : $"; chưa có {ScoreText.Quoted(unmet)}";
        return $"Đạt {met.Count} trên {Items.Count} nội dung: {sum}{cap} = {ScoreText.Points(points)}{missing}.";
    }

    public override IEnumerable<RuleProblem> Check(decimal max)
    {
        if (Items.Any(item => item.Points <= 0 || item.Points > max))
        {
            yield return RuleProblem.Error($"Mỗi nội dung phải lớn hơn 0 và không quá {ScoreText.Points(max)}.");
        }

        if (Items.Sum(item => item.Points) < max)
        {
            yield return RuleProblem.Warning(
                $"Đạt mọi nội dung cũng chỉ được {ScoreText.Number(Items.Sum(item => item.Points))} trên {ScoreText.Points(max)}.");
        }
    }
}
