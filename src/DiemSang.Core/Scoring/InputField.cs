namespace DiemSang.Core.Scoring;

public enum InputKind { YesNo, Number, Count, Percent, Date, Choice }

/// <summary>One datum a rule asks for: what a form shows and what a declaration is checked against.</summary>
/// <param name="Name">Key in <see cref="Declaration.Values"/>, unique in the rule.</param>
/// <param name="Label">Vietnamese caption.</param>
public sealed record InputField(string Name, string Label, InputKind Kind)
{
    /// <summary>A yes/no item left out of a checklist is "not met"; everything else must be declared.</summary>
    public bool IsRequired { get; init; } = true;

    public decimal? Min { get; init; }
    public decimal? Max { get; init; }

    /// <summary>Keys and captions of a <see cref="InputKind.Choice"/>.</summary>
    public IReadOnlyList<(string Key, string Label)> Choices { get; init; } = [];

    /// <summary>Null when the value fits, else a sentence saying what is wrong and what is expected.</summary>
    internal string? Problem(DeclaredValue value) => Kind switch
    {
        InputKind.YesNo when value.Kind != DeclaredKind.YesNo => $"“{Label}” ({Name}) phải là có hoặc không (true, false).",
        InputKind.Date when value.Kind is not (DeclaredKind.Date or DeclaredKind.None) =>
            $"“{Label}” ({Name}) phải là ngày, hoặc null khi chưa có.",
        InputKind.Choice => ChoiceProblem(value),
        InputKind.Number or InputKind.Count or InputKind.Percent => NumberProblem(value),
        _ => null,
    };

    private string? ChoiceProblem(DeclaredValue value) =>
        value.Kind == DeclaredKind.Text && Choices.Any(choice => choice.Key == value.Text)
            ? null
            : $"“{Label}” ({Name}) phải là một trong: {string.Join(", ", Choices.Select(choice => choice.Key))}.";

    private string? NumberProblem(DeclaredValue value)
    {
        if (value.Kind != DeclaredKind.Number)
        {
            return $"“{Label}” ({Name}) phải là số.";
        }

        var number = value.Number;
        if (Math.Abs(number) > Limits.LargestInput)
        {
            return $"“{Label}” ({Name}) quá lớn; số lớn nhất được nhận là {ScoreText.Number(Limits.LargestInput)}.";
        }

        if (Kind == InputKind.Count && number != decimal.Truncate(number))
        {
            return $"“{Label}” ({Name}) là {ScoreText.Number(number)}; phải là số nguyên.";
        }

        return number < Min || number > Max
            ? $"“{Label}” ({Name}) là {ScoreText.Number(number)}; phải {ScoreText.Range(Min, Max)}."
            : null;
    }
}
