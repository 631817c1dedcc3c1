using System.Globalization;
using System.Text.RegularExpressions;
using DiemSang.Core.Language;

namespace DiemSang.Core.Planning;

/// <summary>One day, month, quarter, half-year or year named in a deadline.</summary>
/// <param name="At">Where it stands in the folded text.</param>
/// <param name="Year">Null when neither printed nor known from the plan.</param>
/// <param name="Month">Month of the last good day, 1–12.</param>
/// <param name="Day">Last good day of that month.</param>
/// <param name="FirstMonth">First month of a period; null for a single day.</param>
internal sealed record DeadlineMoment(int At, int? Year, int Month, int Day, int? FirstMonth, bool IsExclusive, int? LastYear = null)
{
    /// <summary>A year that has every day of the calendar.</summary>
    public const int LeapYear = 2024;

    public bool IsDay => FirstMonth is null;

    /// <summary>Last good day: "trước ngày 15" is the 14th, "trước tháng 6" the last of May.</summary>
    public DateOnly? Last
    {
        get
        {
            if (Year is not { } year)
            {
                return null;
            }

            if (IsExclusive && FirstMonth is { } firstMonth)
            {
                return VietnameseDates.Make(year, firstMonth, 1)?.AddDays(-1);
            }

            var lastYear = LastYear ?? year;
            var day = VietnameseDates.Make(lastYear, Month, Math.Min(Day, DaysIn(lastYear, Month)));
            return IsExclusive ? day?.AddDays(-1) : day;
        }
    }

    /// <summary>First good day of a period, or null for a single day or one that only ends ("trước quý II").</summary>
    public DateOnly? First => FirstMonth is { } month && Year is { } year && !IsExclusive ? VietnameseDates.Make(year, month, 1) : null;

    /// <summary>Month and last good day in every year; the 29th of February stands for the last of that month.</summary>
    public (int Month, int Day) EachYear
    {
        get
        {
            if (!IsExclusive)
            {
                return (Month, Day);
            }

            var printed = new DateOnly(LeapYear, FirstMonth ?? Month, FirstMonth is null ? Day : 1);
            var before = printed.AddDays(-1);
            return (before.Month, before.Day);
        }
    }

    /// <summary>DateTime.DaysInMonth for any year a document may print.</summary>
    public static int DaysIn(int year, int month) => DateTime.DaysInMonth(Math.Clamp(year, 1, 9999), month);
}

/// <summary>Finds the moments of a folded deadline text, in the order printed.</summary>
internal static partial class DeadlineMoments
{
    public static IReadOnlyList<DeadlineMoment> Find(string folded, DeadlineContext context)
    {
        var found = new List<DeadlineMoment>();
        foreach (Match match in Moment().Matches(folded))
        {
            AddMoments(match, found);
        }

        return WithYears(found, context);
    }

    private static void AddMoments(Match match, List<DeadlineMoment> found)
    {
        var isExclusive = match.Groups["before"].Success;
        if (match.Groups["quarters"] is { Success: true } quarters)
        {
            AddQuarters(match, quarters, isExclusive, found);
        }
        else if (Single(match, isExclusive) is { } moment)
        {
            found.Add(moment);
        }
    }

    /// <summary>"Quý I, II/2026": each quarter is a moment of its own.</summary>
    private static void AddQuarters(Match match, Group quarters, bool isExclusive, List<DeadlineMoment> found)
    {
        foreach (Match quarter in QuarterNumber().Matches(quarters.Value))
        {
            var number = QuarterOf(quarter.Value);
            var last = number * 3;
            found.Add(new DeadlineMoment(match.Index, Year(match), last, DeadlineMoment.DaysIn(DeadlineMoment.LeapYear, last), last - 2, isExclusive));
        }
    }

    private static DeadlineMoment? Single(Match match, bool isExclusive)
    {
        var at = match.Index;
        if (match.Groups["half"] is { Success: true } half)
        {
            var isFirst = half.Value == "dau";
            return new DeadlineMoment(at, Year(match), isFirst ? 6 : 12, isFirst ? 30 : 31, isFirst ? 1 : 7, isExclusive);
        }

        if (match.Groups["from"] is { Success: true } from)
        {
            return new DeadlineMoment(at, Int(from), 12, 31, 1, isExclusive, Int(match.Groups["to"]));
        }

        if (match.Groups["d"] is { Success: true } day)
        {
            return DayMoment(at, Int(day), Int(match.Groups["m"]), Year(match), isExclusive);
        }

        if (match.Groups["month"] is { Success: true } month)
        {
            return MonthMoment(at, Int(month), match.Groups["monthTo"] is { Success: true } to ? Int(to) : Int(month), Year(match), isExclusive);
        }

        return new DeadlineMoment(at, Year(match), 12, 31, 1, isExclusive);
    }

    private static DeadlineMoment? DayMoment(int at, int day, int month, int? year, bool isExclusive) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DeadlineMoment.DaysIn(year ?? DeadlineMoment.LeapYear, month)
            ? new DeadlineMoment(at, year, month, day, null, isExclusive)
            : null;

    private static DeadlineMoment? MonthMoment(int at, int first, int last, int? year, bool isExclusive) =>
        first is >= 1 and <= 12 && last <= 12 && last >= first
            ? new DeadlineMoment(at, year, last, DeadlineMoment.DaysIn(DeadlineMoment.LeapYear, last), first, isExclusive)
            : null;

    /// <summary>A moment without a year takes the year of the next one that has it ("15/6 và 15/12/2026"), else the plan's.</summary>
    private static List<DeadlineMoment> WithYears(List<DeadlineMoment> found, DeadlineContext context)
    {
        int? later = null;
        for (var i = found.Count - 1; i >= 0; i--)
        {
            later = found[i].Year ?? later;
            found[i] = found[i] with { Year = found[i].Year ?? later ?? context.YearFor(found[i].Month, found[i].Day) };
        }

        return found;
    }

    private static int? Year(Match match) => match.Groups["y"] is { Success: true } year ? Int(year) : null;

    private static int QuarterOf(string text) => text switch { "i" or "1" => 1, "ii" or "2" => 2, "iii" or "3" => 3, _ => 4 };

    private static int Int(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"iii|iv|ii|i|[1-4]")]
    private static partial Regex QuarterNumber();

    [GeneratedRegex(
        """
        (?<before>\btruoc\s(?:ngay\s)?)?(?:
          \bquy\s(?<quarters>(?:iii|iv|ii|i|[1-4])(?:(?:\s?,\s?|\s?-\s?|\sva\s|,?\squy\s)+(?:iii|iv|ii|i|[1-4])\b(?!\d))*)(?![\d\w])(?:\s?/\s?|\s?-\s?|\s(?:cua\s)?nam\s|\s)?(?<y>20\d\d)?
        | \b0?6\sthang\s(?<half>dau|cuoi)(?:\snam)?(?:\s(?<y>20\d\d))?
        | (?<![\d/.-])(?<d>\d{1,2})\s?(?:/|\sthang\s)\s?(?<m>\d{1,2})(?:\s?(?:/|-|\snam\s)\s?(?<y>\d{4}))?(?![\d/%])
        | (?<![\d/.-])(?<d>\d{1,2})[.-](?<m>\d{1,2})[.-](?<y>\d{4})(?!\d)
        | \bthang\s(?<month>\d{1,2})(?:\s?[-–]\s?(?<monthTo>\d{1,2})(?!\d))?(?:\s?/\s?(?<y>20\d\d)|\s?-\s?(?<y>20\d\d)|\snam\s(?<y>20\d\d))?(?!\d)
        | (?<![\d/])(?<from>20\d\d)\s?[-–]\s?(?<to>20\d\d)(?!\d)
        | \b(?:nam|cuoi\snam|het\snam|trong\snam|den\snam)\s(?<y>20\d\d)(?!\d)
        | \b(?:trong|cuoi|het)\snam\b(?!\s(?:hang|moi))
        | \b(?:hang|moi)\snam\b
        )
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Moment();
}
