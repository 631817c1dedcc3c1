using System.Globalization;
using System.Text.RegularExpressions;
using DiemSang.Core.Language;
using DiemSang.Core.Planning;

namespace DiemSang.Documents.Plans;

/// <summary>The years a plan is for: "giai đoạn 2026-2030", "năm 2025", "6 tháng cuối năm 2025".</summary>
internal static partial class PeriodReader
{
    public static PlanPeriod? Find(FoldedText text)
    {
        if (FindHalfYear(text) is { } half)
        {
            return half;
        }

        if (Range().Match(text.Folded) is { Success: true } range && Year(range, "from") <= Year(range, "to"))
        {
            return new PlanPeriod(Year(range, "from"), Year(range, "to"));
        }

        return Single().Match(text.Folded) is { Success: true } year ? new PlanPeriod(Year(year, "year"), Year(year, "year")) : null;
    }

    /// <summary>A half-year named anywhere in a text, or null.</summary>
    public static PlanPeriod? FindHalfYear(FoldedText text) =>
        HalfYear().Match(text.Folded) is { Success: true } half ? new PlanPeriod(Year(half, "year"), Year(half, "year"), text.Under(half)) : null;

    private static int Year(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\d/])(?<from>20\d\d) ?(?:-|–|den(?: nam)?) ?(?<to>20\d\d)(?!\d)")]
    private static partial Regex Range();

    [GeneratedRegex(@"\b0?6 thang (?:dau|cuoi) nam (?<year>20\d\d)\b")]
    private static partial Regex HalfYear();

    [GeneratedRegex(@"\bnam (?<year>20\d\d)\b")]
    private static partial Regex Single();
}
