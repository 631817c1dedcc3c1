using DiemSang.Core.Scoring;
using DiemSang.Core.Scoring.Rules;

namespace DiemSang.Modules.Scorecards.Figures;

/// <summary>A number the product keeps itself: a part of a whole, or one number.</summary>
/// <param name="Denominator">Null when <paramref name="Numerator"/> stands alone: a percentage, a mean.</param>
/// <param name="Source">Where it comes from and of which day, as a sentence.</param>
public sealed record Figure(decimal Numerator, decimal? Denominator, string Source)
{
    private const string PartInput = "numerator";
    private const string WholeInput = "denominator";
    private const int Decimals = 4;

    /// <summary>
    /// What the rule is told: part and whole where it asks for both by name, else its only number. Null where it asks for something else:
    /// which of several numbers of a formula is the part is never guessed.
    /// </summary>
    public IReadOnlyDictionary<string, DeclaredValue>? For(ScoringRule rule)
    {
        if (Asks(rule, PartInput) && Asks(rule, WholeInput))
        {
            return Denominator is { } whole ? new Dictionary<string, DeclaredValue> { [PartInput] = Numerator, [WholeInput] = whole } : null;
        }

        return rule.Inputs is [{ Kind: InputKind.Count or InputKind.Number or InputKind.Percent } only] && Number(only.Kind) is { } number
            ? new Dictionary<string, DeclaredValue> { [only.Name] = number }
            : null;
    }

    private static bool Asks(ScoringRule rule, string name) => rule.Inputs.Any(input => input.Name == name);

    private decimal? Number(InputKind kind) => (kind, Denominator) switch
    {
        (InputKind.Count, _) => Numerator,
        (_, null) => Numerator,
        (_, 0) => null,
        (_, { } whole) => decimal.Round(Numerator * 100 / whole, Decimals, MidpointRounding.AwayFromZero),
    };
}
