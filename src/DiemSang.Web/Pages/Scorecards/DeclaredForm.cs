using System.Globalization;
using DiemSang.Core.Scoring;
using DiemSang.Core.Scoring.Rules;
using DiemSang.Web.Infrastructure.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Scorecards;

/// <summary>What a rule asks for, as typed: one entry for each input, read strictly. An empty box declares nothing.</summary>
public sealed class DeclaredForm
{
    public const string Never = "never";
    private const string Yes = "true";
    private const string No = "false";

    public Dictionary<string, string?> Values { get; set; } = [];

    public string? this[string name] => Values.GetValueOrDefault(name);

    public static DeclaredForm Of(IReadOnlyDictionary<string, DeclaredValue> values) => new() { Values = values.ToDictionary(pair => pair.Key, pair => Typed(pair.Value)) };

    /// <summary>The declared values; what cannot be read is an error at its field.</summary>
    public IReadOnlyDictionary<string, DeclaredValue> Read(ScoringRule rule, ModelStateDictionary state, IStringLocalizer texts)
    {
        var values = new Dictionary<string, DeclaredValue>();
        foreach (var input in rule.Inputs)
        {
            var typed = StrictInput.Normalise(this[input.Name]);
            if (typed.Length == 0 && IsTick(input))
            {
                values[input.Name] = false;
            }
            else if (typed.Length > 0 && ValueOf(input, typed) is { } value)
            {
                values[input.Name] = value;
            }
            else if (typed.Length > 0)
            {
                state.AddModelError(FieldOf(input), texts[
                    input.Kind == InputKind.Date ? "“{0}” không phải là ngày. Nhập ngày/tháng/năm, ví dụ 05/02/2026." : "“{0}” không phải là số. Nhập ví dụ 80,5; không dùng dấu phân cách hàng nghìn.", typed]);
            }
        }

        return values;
    }

    /// <summary>An item of a checklist: left empty it is "not met".</summary>
    public static bool IsTick(InputField input) => input is { Kind: InputKind.YesNo, IsRequired: false };

    public static string FieldOf(InputField input) => $"Declared.Values[{input.Name}]";

    private static DeclaredValue? ValueOf(InputField input, string typed) => input.Kind switch
    {
        InputKind.YesNo => typed == Yes,
        InputKind.Choice => typed,
        InputKind.Date when typed == Never => DeclaredValue.None,
        InputKind.Date => StrictInput.TryReadDay(typed, out var day) ? day : (DeclaredValue?)null,
        _ => StrictInput.TryReadDecimal(typed, out var number) ? number : (DeclaredValue?)null,
    };

    private static string? Typed(DeclaredValue value) => value.Kind switch
    {
        DeclaredKind.YesNo => value.Yes ? Yes : No,
        DeclaredKind.Number => value.Number.ToString("0.############", CultureInfo.CurrentCulture),
        DeclaredKind.Text => value.Text,
        DeclaredKind.Date => value.Date!.Value.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        _ => Never,
    };
}
