using System.Globalization;
using System.Text.RegularExpressions;

namespace DiemSang.Documents.Writing;

/// <summary>Number and date as a document prints them; a draft keeps room for a pen where they are not known yet.</summary>
public static partial class DateLine
{
    /// <summary>Room for a number to be written or stamped in.</summary>
    public const string Blank = "\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0";

    /// <summary>"An Tường, ngày 05 tháng 02 năm 2026", "An Tường, ngày … tháng 6 năm 2026".</summary>
    public static string Print(PaperHead head, FormDate form)
    {
        var date = head.IssuedOn is { } day ? Print(day, form) : Blanks(head.IssuedOnText ?? "ngày tháng năm");
        return string.IsNullOrWhiteSpace(head.Place) ? date : $"{head.Place}, {date}";
    }

    /// <summary>"ngày 05 tháng 02 năm 2026", as the form shipped with the program pads it.</summary>
    public static string Print(DateOnly day) => Print(day, DocumentForm.Default.Date);

    public static string Print(DateOnly day, FormDate form) => string.Create(CultureInfo.InvariantCulture,
        $"ngày {Pad(day.Day, form.PadDaysBelow)} tháng {Pad(day.Month, form.PadMonthsBelow)} năm {day.Year}");

    /// <summary>"Số: 05/KH-UBND".</summary>
    public static string Number(PaperHead head, FormDate form)
    {
        var number = int.TryParse(head.Number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? Pad(value, form.PadNumbersBelow) : head.Number;
        return $"Số: {(string.IsNullOrWhiteSpace(number) ? Blank : number)}/{head.Symbol}";
    }

    private static string Pad(int value, int below) => value.ToString(value < below ? "00" : "0", CultureInfo.InvariantCulture);

    private static string Blanks(string text) => MissingNumber().Replace(text, match => match.Value.TrimEnd() + Blank + (match.Value.EndsWith(' ') ? " " : ""));

    [GeneratedRegex(@"(ngày|tháng)\s+(?=tháng|năm)|năm\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex MissingNumber();
}
