namespace DiemSang.Core.Scoring.Rules;

/// <summary>Met: all points; not met: none. Cà Mau 1880/2013 row 1.1.3 (1 / 0).</summary>
public sealed record YesNoRule : ScoringRule
{
    private const string Met = "met";

    public override string Kind => "yes_no";
    public override IReadOnlyList<InputField> Inputs { get; } = [new(Met, "Đạt", InputKind.YesNo)];

    public override RuleOutcome Score(RuleInput input) => RuleOutcome.Scored(input.Yes(Met) ? input.Max : 0, LossCause.NotDone);

    public override string Explain(RuleInput input, decimal points) =>
        input.Yes(Met) ? $"Đạt: được đủ {ScoreText.Points(points)}." : $"Không đạt: 0 trên {ScoreText.Points(input.Max)}.";
}
