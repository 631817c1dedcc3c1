namespace DiemSang.Core.Scoring.Rules;

/// <summary>
/// Points follow the percentage: value × max ÷ <paramref name="FullAt"/>. Hải Phòng 3793/2022 row 1.1.3; Index 766 (766/QĐ-TTg 2022): full
/// at
/// ≥ 80 %, below it value × max ÷ 80. With <paramref name="Floor"/>: 0 below it (Xuân Lộc 244/2022 row 4.1, 90 %).
/// </summary>
/// <param name="Of">A percentage or a ratio.</param>
/// <param name="FullAt">Percentage from which all points are given, above 0; 100 when the set says nothing.</param>
/// <param name="Floor">Percentage below which there are no points; 0 for none.</param>
public sealed record ProportionalRule(Quantity Of, decimal FullAt = 100, decimal Floor = 0) : ScoringRule
{
    public override string Kind => "proportional";
    public override IReadOnlyList<InputField> Inputs { get; } = Of.Inputs;

    public override RuleOutcome Score(RuleInput input)
    {
        if (Of.Read(input, out var failure) is not { } value)
        {
            return failure;
        }

        return value < Floor
            ? RuleOutcome.Scored(0, LossCause.BelowThreshold)
            : RuleOutcome.Scored(value >= FullAt ? input.Max : value * input.Max / FullAt, LossCause.PartlyDone);
    }

    public override string Explain(RuleInput input, decimal points)
    {
        var described = Of.Describe(input);
        if (Of.Read(input, out _) is not { } value)
        {
            return $"{described}: {ScoreText.Points(points)}.";
        }

        if (value < Floor)
        {
            return $"{described}, dưới mức tối thiểu {Of.Shown(Floor)}: 0 điểm.";
        }

        return value >= FullAt
            ? $"{described}, đạt mức {Of.Shown(FullAt)}: được đủ {ScoreText.Points(points)}."
            : $"{described}: {ScoreText.Number(value)} × {ScoreText.Number(input.Max)} ÷ {ScoreText.Number(FullAt)} = {ScoreText.Points(points)}.";
    }

    public override IEnumerable<RuleProblem> Check(decimal max)
    {
        if (!Of.IsPercent)
        {
            yield return RuleProblem.Error("Quy tắc theo tỷ lệ cần một tỷ lệ phần trăm (percent hoặc ratio).");
        }

        if (FullAt is <= 0 or > 1000)
        {
            yield return RuleProblem.Error("Mức được đủ điểm phải lớn hơn 0 và không quá 1.000 %.");
        }

        if (Floor < 0 || Floor > FullAt)
        {
            yield return RuleProblem.Error("Mức tối thiểu phải từ 0 đến mức được đủ điểm.");
        }
    }
}
