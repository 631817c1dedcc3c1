namespace DiemSang.Core.Scoring.Rules;

public enum ChangeMeasure { Difference, PercentChange }

/// <summary>
/// Points for the change against last year, by ranges of the change. No published criterion of this kind was found; provinces ask for it
/// ("tăng so với năm trước"), so it is offered.
/// </summary>
public sealed record ComparisonRule(ChangeMeasure Measure, IReadOnlyList<Band> Bands) : ScoringRule
{
    private const string Current = "current";
    private const string Last = "last";

    public override string Kind => "comparison";

    public override IReadOnlyList<InputField> Inputs { get; } =
        [new(Current, "Kết quả năm nay", InputKind.Number), new(Last, "Kết quả năm trước", InputKind.Number)];

    public override RuleOutcome Score(RuleInput input)
    {
        if (Change(input) is not { } change)
        {
            return RuleOutcome.Failed("Kết quả năm trước bằng 0, không tính được mức tăng phần trăm.");
        }

        return BandList.Find(Bands, change) is { } band
            ? RuleOutcome.Scored(band.Points, LossCause.NoImprovement)
            : RuleOutcome.Failed($"Mức thay đổi {ScoreText.Number(change)} không thuộc khoảng điểm nào.");
    }

    public override string Explain(RuleInput input, decimal points)
    {
        var change = Change(input) ?? 0;
        var verb = change switch { > 0 => "tăng", < 0 => "giảm", _ => "không đổi" };
        var amount = change == 0 ? "" : $" {ScoreText.Number(Math.Abs(change))}{(Measure == ChangeMeasure.PercentChange ? " %" : "")}";
        var (current, last) = (ScoreText.Number(input.Number(Current)), ScoreText.Number(input.Number(Last)));
        return $"Năm nay {current}, năm trước {last}, {verb}{amount}: {ScoreText.Points(points)}.";
    }

    public override IEnumerable<RuleProblem> Check(decimal max) => BandList.Check(Bands, Interval.Everything, wholeNumbers: false, max);

    private decimal? Change(RuleInput input)
    {
        var last = input.Number(Last);
        var difference = input.Number(Current) - last;
        return Measure == ChangeMeasure.Difference ? difference : last == 0 ? null : difference * 100 / Math.Abs(last);
    }
}
