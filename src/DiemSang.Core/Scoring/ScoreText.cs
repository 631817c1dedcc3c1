using System.Globalization;

namespace DiemSang.Core.Scoring;

/// <summary>Numbers and dates inside Vietnamese sentences: decimal comma, at most four decimals, no trailing zeros.</summary>
internal static class ScoreText
{
    public static string Number(decimal value) =>
        decimal.Round(value, 4, MidpointRounding.AwayFromZero).ToString("0.####", CultureInfo.InvariantCulture).Replace('.', ',');

    public static string Points(decimal value) => $"{Number(value)} điểm";

    public static string Date(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>"từ 0 đến 100", "không nhỏ hơn 0", "không lớn hơn 5".</summary>
    public static string Range(decimal? min, decimal? max) => (min, max) switch
    {
        ({ } low, { } high) => $"từ {Number(low)} đến {Number(high)}",
        ({ } low, null) => $"không nhỏ hơn {Number(low)}",
        (null, { } high) => $"không lớn hơn {Number(high)}",
        _ => "là số",
    };

    public static string Quoted(IEnumerable<string> items) => string.Join(", ", items.Select(item => $"“{item}”"));
}
