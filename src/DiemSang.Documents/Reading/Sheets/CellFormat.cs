using System.Globalization;

namespace DiemSang.Documents.Reading.Sheets;

/// <summary>Prints stored numbers as the sheet shows them, in one culture: dates dd/MM/yyyy, percentages with "%", fixed decimals kept ("1.10").</summary>
internal static class CellFormat
{
    public static string Print(double value, int formatId, string? formatCode, bool since1904 = false)
    {
        var code = formatCode ?? BuiltIn(formatId);
        if (IsDate(code))
        {
            return Date(since1904 ? value + 1462 : value);
        }

        var decimals = FixedDecimals(code);
        if (code.Contains('%'))
        {
            return Number(value * 100, decimals) + "%";
        }

        return Number(value, decimals);
    }

    public static string Date(DateTime date) =>
        date.ToString(date.TimeOfDay == TimeSpan.Zero ? "dd/MM/yyyy" : "dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    private static string Date(double serial) => serial is >= 0 and < 2_958_466
        ? Date(DateTime.FromOADate(Math.Round(serial * 86400) / 86400))
        : serial.ToString(CultureInfo.InvariantCulture);

    private static string Number(double value, int? decimals) => decimals is > 0 and <= 10 && Math.Abs(value) < 1e15
        ? Math.Round(value, decimals.Value, MidpointRounding.AwayFromZero).ToString("F" + decimals, CultureInfo.InvariantCulture)
        : value.ToString("0.##########", CultureInfo.InvariantCulture);

    /// <summary>ECMA-376 part 1, 18.8.30: the formats that files name by number only.</summary>
    private static string BuiltIn(int formatId) => formatId switch
    {
        2 or 4 => "0.00",
        9 => "0%",
        10 => "0.00%",
        >= 14 and <= 22 or >= 27 and <= 36 or >= 45 and <= 47 or >= 50 and <= 58 => "dd/mm/yyyy",
        _ => "General",
    };

    private static bool IsDate(string code)
    {
        var (quoted, bracketed) = (false, false);
        for (var i = 0; i < code.Length; i++)
        {
            var c = code[i];
            quoted ^= c == '"';
            bracketed = !quoted && (c == '[' || (bracketed && c != ']'));
            if (c == '\\')
            {
                i++;
            }
            else if (!quoted && !bracketed && c is 'd' or 'D' or 'y' or 'Y' or 'h' or 'H' && !code.StartsWith("General", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Decimals the format always shows: 2 for "0.00", none for "General" or "0.##".</summary>
    private static int? FixedDecimals(string code)
    {
        var first = code.Split(';')[0];
        var point = first.IndexOf('.');
        return point < 0 ? null : first[(point + 1)..].TakeWhile(c => c == '0').Count();
    }
}
