using DiemSang.Core.Scoring;
using DiemSang.Core.Scoring.Rules;

namespace DiemSang.Web.Commands.Demo;

/// <summary>What a demo unit declares: the better the unit, the more of it is done; the same at every loading.</summary>
/// <param name="Quality">0–100.</param>
public sealed record DemoDeclarations(int Year, int Quality)
{
    public Declaration For(Criterion leaf) => new() { Values = leaf.Rule!.Inputs.Where(input => input.IsRequired || input.Kind == InputKind.YesNo).ToDictionary(input => input.Name, input => ValueOf(input, leaf)) };

    private DeclaredValue ValueOf(InputField input, Criterion leaf) => input.Kind switch
    {
        InputKind.YesNo => IsGood(leaf.Code + input.Name),
        InputKind.Choice => input.Choices[IsGood(leaf.Code) ? 0 : 1].Key,
        InputKind.Date => new DateOnly(Year, IsGood(leaf.Code) ? 1 : 2, 20),
        InputKind.Percent => (decimal)(Quality - 4),
        _ => Number(input, leaf),
    };

    private decimal Number(InputField input, Criterion leaf) => (leaf.Rule, input.Name) switch
    {
        (_, "denominator") => 40,
        (_, "numerator") => 40 * Quality / 100,
        (DeductionRule, _) => IsGood(leaf.Code + input.Name) ? 0 : 1,
        (CountRule, _) => IsGood(leaf.Code) ? 4 : 3,
        _ => Math.Floor(leaf.Max * Quality / 25) / 4,
    };

    private bool IsGood(string lot) => lot.Sum(letter => letter * 31) % 100 < Quality;
}
