namespace DiemSang.Core.Scoring.Rules;

public sealed record Band(Interval Range, decimal Points);

/// <summary>
/// Ordered ranges of a number give fixed points. Cà Mau 1880/2013 row 1.1.4: above 90 % 2; 70–90 % 1 (both ends belong to it); below 70 %
/// 0.
/// </summary>
public sealed record BandsRule(Quantity Of, IReadOnlyList<Band> Bands) : ScoringRule
{
    public override string Kind => "bands";
    public override IReadOnlyList<InputField> Inputs { get; } = Of.Inputs;

    public override RuleOutcome Score(RuleInput input)
    {
        if (Of.Read(input, out var failure) is not { } value)
        {
            return failure;
        }

        return BandOf(value) is { } band
            ? RuleOutcome.Scored(band.Points, LossCause.BelowThreshold)
            : RuleOutcome.Failed($"{Of.Describe(input)} không thuộc khoảng điểm nào.");
    }

    public override string Explain(RuleInput input, decimal points) =>
        Of.Read(input, out _) is { } value && BandOf(value) is { } band
            ? $"{Of.Describe(input)}, thuộc khoảng {band.Range.ToSentence()}: {ScoreText.Points(points)} trên {ScoreText.Number(input.Max)}."
            : $"{Of.Describe(input)}: {ScoreText.Points(points)}.";

    public override IEnumerable<RuleProblem> Check(decimal max) => BandList.Check(Bands, Of.Domain, Of.Kind == QuantityKind.Count, max);

    private Band? BandOf(decimal value) => BandList.Find(Bands, value);
}

internal static class BandList
{
    public static Band? Find(IReadOnlyList<Band> bands, decimal value)
    {
        foreach (var band in bands)
        {
            if (band.Range.Contains(value))
            {
                return band;
            }
        }

        return null;
    }

    public static IEnumerable<RuleProblem> Check(IReadOnlyList<Band> bands, Interval domain, bool wholeNumbers, decimal max)
    {
        if (IntervalCover.Problem(bands.Select(band => band.Range), domain, wholeNumbers) is { } problem)
        {
            yield return RuleProblem.Error(problem);
        }

        if (bands.Any(band => band.Points < 0 || band.Points > max))
        {
            yield return RuleProblem.Error($"Điểm của một khoảng nằm ngoài 0 đến {ScoreText.Number(max)}.");
        }

        if (bands.All(band => band.Points != max))
        {
            yield return RuleProblem.Warning("Không khoảng nào đạt điểm tối đa.");
        }
    }
}
