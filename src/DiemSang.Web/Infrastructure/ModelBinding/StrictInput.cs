using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DiemSang.Web.Infrastructure.ModelBinding;

/// <summary>
/// Reads numbers and days as people type them, never with the ambient culture: under vi-VN, <c>decimal.Parse("80.5")</c> is 805.
/// </summary>
public static partial class StrictInput
{
    private static readonly string[] DayFormats = ["d/M/yyyy", "yyyy-MM-dd"];

    /// <summary>Composed (NFC), trimmed, no null.</summary>
    public static string Normalise(string? typed) => (typed ?? "").Normalize(NormalizationForm.FormC).Trim();

    /// <summary>One decimal separator, comma or point; no thousands separator, because “1.234” means two different numbers to two people.</summary>
    public static bool TryReadDecimal(string typed, out decimal value)
    {
        value = 0;
        return OneNumber().IsMatch(typed)
            && decimal.TryParse(typed.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>dd/MM/yyyy, d/M/yyyy or yyyy-MM-dd.</summary>
    public static bool TryReadDay(string typed, out DateOnly value) =>
        DateOnly.TryParseExact(typed, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    [GeneratedRegex(@"^[+-]?[0-9]+([.,][0-9]+)?$")]
    private static partial Regex OneNumber();
}
