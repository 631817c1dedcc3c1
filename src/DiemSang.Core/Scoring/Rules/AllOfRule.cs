namespace DiemSang.Core.Scoring.Rules;

/// <param name="Name">Input name.</param>
/// <param name="Label">What must be true.</param>
public sealed record Condition(string Name, string Label);

/// <summary>All conditions met: all points; one missing: none. Cà Mau 1880/2013 row 1.1.2 (tasks and budget, 1 / 0).</summary>
public sealed record AllOfRule(IReadOnlyList<Condition> Conditions) : ScoringRule
{
    public override string Kind => "all_of";

    public override IReadOnlyList<InputField> Inputs { get; } =
        [.. Conditions.Select(condition => new InputField(condition.Name, condition.Label, InputKind.YesNo) { IsRequired = false })];

    public override RuleOutcome Score(RuleInput input)
    {
        var points = input.Max;
        foreach (var condition in Conditions)
        {
            points = input.Yes(condition.Name) ? points : 0;
        }

        return RuleOutcome.Scored(points, LossCause.NotDone);
    }

    public override string Explain(RuleInput input, decimal points)
    {
        var unmet = Conditions.Where(condition => !input.Yes(condition.Name)).Select(condition => condition.Label).ToList();
        return unmet.Count == 0
            ? $"Đạt đủ {Conditions.Count} điều kiện: được {ScoreText.Points(points)}."
            : $"Thiếu {unmet.Count} trên {Conditions.Count} điều kiện ({ScoreText.Quoted(unmet)}): 0 điểm.";
    }

    public override IEnumerable<RuleProblem> Check(decimal max) =>
        Conditions.Count == 0 ? [RuleProblem.Error("Quy tắc “đủ mọi điều kiện” chưa có điều kiện nào.")] : [];
}
