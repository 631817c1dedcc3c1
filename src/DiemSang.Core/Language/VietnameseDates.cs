using System.Globalization;
using System.Text.RegularExpressions;

namespace DiemSang.Core.Language;

/// <summary>Days as Vietnamese documents print them: "ngày 10 tháng 6 năm 2024", "10/6/2024", "10-6-2024". Works on folded text.</summary>
public static partial class VietnameseDates
{
    /// <summary>The first complete day in a folded text, or null.</summary>
    public static DateOnly? Find(string folded)
    {
        var match = Day().Match(folded);
        return match.Success ? Read(match) : null;
    }

    /// <summary>The day a match of <see cref="Day"/> stands for, or null when no calendar has it (31/02).</summary>
    public static DateOnly? Read(Match match) =>
        Make(Number(match.Groups["y"]), Number(match.Groups["m"]), Number(match.Groups["d"]));

    /// <summary>The day, or null when no calendar has it.</summary>
    public static DateOnly? Make(int year, int month, int day) =>
        year is >= 1900 and <= 2199 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    /// <summary>The way Nghị định 30/2020 prints a day in figures: no leading zero but for months 1 and 2 and days below 10.</summary>
    public static string Show(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Day:00}/{(day.Month < 3 ? "0" : "")}{day.Month}/{day.Year}");

    [GeneratedRegex(@"(?<![\d/])(?:(?<d>\d{1,2}) thang (?<m>\d{1,2}) n[aid]m (?<y>\d{4})|(?<d>\d{1,2}) ?[/.-] ?(?<m>\d{1,2}) ?[/.-] ?(?<y>\d{4}))(?!\d)", RegexOptions.CultureInvariant)]
    public static partial Regex Day();

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
}
