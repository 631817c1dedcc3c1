using System.Globalization;
using System.Text.RegularExpressions;
using DiemSang.Core.Language;

namespace DiemSang.Core.Planning;

/// <summary>
/// When units report (cross table B): "trước ngày 15" has the 14th as its last good day, "chậm nhất ngày 10" the 10th. Reads paragraphs that
/// speak of reports; a month of its own, a quarter's last month, or nothing but "đột xuất".
/// </summary>
public static partial class ReportDeadlineParser
{
    private const int LongestText = 110;

    public static IReadOnlyList<ReportDeadline> Find(FoldedText text, SourcePlace? place = null)
    {
        if (!text.Folded.Contains("bao cao", StringComparison.Ordinal))
        {
            return [];
        }

        var to = Addressee(text);
        var found = new List<ReportDeadline>();
        var start = 0;
        foreach (Match day in Day().Matches(text.Folded))
        {
            if (PeriodOf(text.Folded[start..(day.Index + day.Length)]) is { } period)
            {
                found.Add(Read(text, day, start, period, to, place));
            }

            start = day.Index + day.Length;
        }

        if (AdHoc().Match(text.Folded) is { Success: true } adHoc)
        {
            found.Add(new ReportDeadline("adHoc", null, null, true, null, to, text.Under(adHoc), place));
        }

        return found;
    }

    /// <summary>"Định kỳ tổng hợp, báo cáo UBND huyện theo quy định": a duty to report without a day of its own, or null.</summary>
    public static ReportDeadline? FindRegulated(FoldedText text, SourcePlace? place = null) =>
        Regulated().Match(text.Folded) is { Success: true } match
            ? new ReportDeadline("regulated", null, null, true, null, Addressee(text), text.Under(match), place)
            : null;

    /// <summary>Who receives the report when the text says so: "UBND xã (qua Phòng Văn hóa - Xã hội)".</summary>
    public static string? Addressee(FoldedText text) => To().Match(text.Folded) is { Success: true } match ? text.Under(match.Groups["to"]) : null;

    private static ReportDeadline Read(FoldedText text, Match day, int start, string period, string? to, SourcePlace? place)
    {
        var printed = Int(day.Groups["d"]);
        int? month = day.Groups["m"] is { Success: true } m ? Int(m) : null;
        var isInclusive = day.Groups["word"].Value != "truoc";
        var (lastDay, lastMonth) = isInclusive ? (printed, month) : DayBefore(printed, month);
        var clause = text.Under(start, day.Index + day.Length - start).TrimStart(',', ';', ')', ' ');
        return new ReportDeadline(period, lastDay, lastMonth, isInclusive, printed, to, Short(clause[(LastBreak(clause) + 1)..].Trim()), place);
    }

    private static (int? Day, int? Month) DayBefore(int day, int? month)
    {
        if (day > 1)
        {
            return (day - 1, month);
        }

        var before = month is > 1 and <= 12 ? month.Value - 1 : 12;
        return month is null ? (null, null) : (DeadlineMoment.DaysIn(2023, before), before);
    }

    /// <summary>The last period named before a day: a year, a half-year, a quarter or a month.</summary>
    private static string? PeriodOf(string folded)
    {
        string? period = null;
        foreach (Match cue in PeriodCue().Matches(folded))
        {
            period = cue.Groups["half"].Success ? "halfYear" : cue.Groups["quarter"].Success ? "quarter" : cue.Groups["year"].Success ? "year" : "month";
        }

        return period;
    }

    /// <summary>The end of a long clause, closed where it opens a bracket: that is where the day stands.</summary>
    private static string Short(string clause)
    {
        var text = clause.Length <= LongestText ? clause : "…" + clause[clause.IndexOf(' ', clause.Length - LongestText)..];
        return text.LastIndexOf('(') > text.LastIndexOf(')') ? text + ")" : text;
    }

    private static int LastBreak(string clause) => clause.LastIndexOf(". ", StringComparison.Ordinal) is >= 0 and var at ? at + 1 : -1;

    private static int Int(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b(?<word>truoc|cham nhat|den het|den|muon nhat|vao|xong truoc)(?: la| vao)?(?: ngay)? (?<d>\d{1,2})(?:(?: ?/ ?| thang )(?<m>\d{1,2})(?![\d/])| (?:cua )?(?:thang cuoi (?:cua )?(?:moi )?quy|hang thang|moi thang|thang sau))")]
    private static partial Regex Day();

    [GeneratedRegex(@"(?<half>\b0?6 thang(?: dau| cuoi)?(?: nam)?\b|\bsau thang\b)|(?<quarter>\bquy\b)|(?<year>\bnam\b(?! 20))|(?<month>\b(?:hang|moi) thang\b)")]
    private static partial Regex PeriodCue();

    [GeneratedRegex(@"(?:bao cao )?(?:dinh ky (?:hoac|va) )?dot xuat(?: (?:khi co|theo) yeu cau)?")]
    private static partial Regex AdHoc();

    [GeneratedRegex(@"\bdinh ky\b[^.;]{0,60}\bbao cao\b[^.;]*|\bbao c[a-z]{1,2}o\b[^.;]{0,20}\bdinh ky\b[^.;]*")]
    private static partial Regex Regulated();

    [GeneratedRegex(@"\b(?:bao cao|gui)(?: bao cao)?(?: ve| cho| den| len)? (?<to>(?:ubnd|uy ban nhan dan|phong|van phong|so|chanh thanh tra|thanh tra)\b[^.;)]*?(?:\([^)]*\))?)(?= (?:de|theo|truoc|ve|tai)\b|[.;)]|, (?:gui|de)\b|$)")]
    private static partial Regex To();
}
