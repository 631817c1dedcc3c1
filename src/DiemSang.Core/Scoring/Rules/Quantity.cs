namespace DiemSang.Core.Scoring.Rules;

public enum QuantityKind
{
    /// <summary>One percentage, 0–100.</summary>
    Percent,

    /// <summary>Numerator ÷ denominator × 100, in percent.</summary>
    Ratio,

    /// <summary>A whole number from 0.</summary>
    Count,

    /// <summary>Any number.</summary>
    Value,
}

/// <summary>What a figure with nothing to divide by means; Index 766 states it for each figure.</summary>
public enum ZeroDenominator { Error, NotApplicable, Zero, Full }

/// <summary>The number a band or proportion is about, and how it is declared.</summary>
/// <param name="Kind">Percentages are on 0–100 everywhere.</param>
public sealed record Quantity(QuantityKind Kind)
{
    private const string Value = "value";
    private const string Numerator = "numerator";
    private const string Denominator = "denominator";
    private const string Excluded = "excluded";

    /// <summary>Caption of the number or of the numerator.</summary>
    public string? Label { get; init; }

    public string? DenominatorLabel { get; init; }
    public ZeroDenominator WhenNothing { get; init; }

    /// <summary>Allows a percentage above 100.</summary>
    public bool MayExceedHundred { get; init; }

    public bool IsPercent => Kind is QuantityKind.Percent or QuantityKind.Ratio;

    /// <summary>Values that can occur.</summary>
    public Interval Domain => Kind switch
    {
        QuantityKind.Value => Interval.Everything,
        QuantityKind.Count => new Interval(0, true, null, false),
        _ => new Interval(0, true, MayExceedHundred ? null : 100, true),
    };

    public IReadOnlyList<InputField> Inputs => Kind switch
    {
        QuantityKind.Ratio =>
        [
            new(Numerator, Label ?? "Số đạt yêu cầu", InputKind.Number) { Min = 0 },
            new(Denominator, DenominatorLabel ?? "Tổng số", InputKind.Number) { Min = 0 },
            // Tasks missed for objective reasons leave numerator and denominator (Hải Phòng 3793/2022, TCTP 1.1.3).
            new(Excluded, "Số được loại trừ do khách quan", InputKind.Number) { Min = 0, IsRequired = false },
        ],
        QuantityKind.Count => [new(Value, Label ?? "Số lượng", InputKind.Count) { Min = 0 }],
        QuantityKind.Percent => [new(Value, Label ?? "Tỷ lệ (%)", InputKind.Percent) { Min = 0, Max = MayExceedHundred ? null : 100 }],
        _ => [new(Value, Label ?? "Giá trị", InputKind.Number)],
    };

    /// <summary>The number, or null with the outcome that the criterion then has.</summary>
    internal decimal? Read(RuleInput input, out RuleOutcome failure)
    {
        failure = default;
        if (Kind != QuantityKind.Ratio)
        {
            return input.Number(Value);
        }

        var numerator = input.Number(Numerator);
        var denominator = input.Number(Denominator) - input.NumberOr(Excluded, 0);
        failure = denominator switch
        {
            < 0 => RuleOutcome.Failed("Số được loại trừ lớn hơn tổng số."),
            0 when numerator > 0 => RuleOutcome.Failed("Số đạt yêu cầu lớn hơn 0 trong khi tổng số bằng 0."),
            0 => Nothing(input.Max),
            _ when numerator > denominator && !MayExceedHundred =>
                RuleOutcome.Failed($"Số đạt yêu cầu ({ScoreText.Number(numerator)}) lớn hơn tổng số ({ScoreText.Number(denominator)})."),
            _ => default,
        };
        return denominator > 0 && failure.Kind == OutcomeKind.Scored ? numerator * 100 / denominator : null;
    }

    /// <summary>"18 ÷ (21 − 1) = 90 %", "giá trị 12".</summary>
    internal string Describe(RuleInput input)
    {
        if (Kind != QuantityKind.Ratio)
        {
            return (Label ?? Inputs[0].Label) + " là " + Shown(input.Number(Value));
        }

        var excluded = input.NumberOr(Excluded, 0);
        var below = ScoreText.Number(input.Number(Denominator));
        var denominator = excluded > 0 ? $"({below} − {ScoreText.Number(excluded)})" : below;
        var fraction = $"{ScoreText.Number(input.Number(Numerator))} ÷ {denominator}";
        return Read(input, out _) is { } value ? $"{fraction} = {Shown(value)}" : $"{fraction}: không phát sinh";
    }

    internal string Shown(decimal value) => IsPercent ? $"{ScoreText.Number(value)} %" : ScoreText.Number(value);

    private RuleOutcome Nothing(decimal max) => WhenNothing switch
    {
        ZeroDenominator.Full => RuleOutcome.Scored(max, LossCause.None),
        ZeroDenominator.Zero => RuleOutcome.Scored(0, LossCause.NotDone),
        ZeroDenominator.NotApplicable => RuleOutcome.NotApplicable("Không phát sinh trong kỳ (tổng số bằng 0): không áp dụng."),
        _ => RuleOutcome.Failed("Tổng số bằng 0, không chia được; tiêu chí chưa quy định trường hợp không phát sinh."),
    };
}
