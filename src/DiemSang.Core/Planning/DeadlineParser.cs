using System.Text.RegularExpressions;
using DiemSang.Core.Language;

namespace DiemSang.Core.Planning;

/// <summary>What a deadline cell leaves out: the plan's years and its day of issue, either of which may be unknown.</summary>
public sealed record DeadlineContext(PlanPeriod? Period, DateOnly? IssuedOn)
{
    public static readonly DeadlineContext Unknown = new(null, null);

    /// <summary>
    /// The year of a deadline printed without one: the first year of the plan in which that day is not before the day of issue.
    /// Null when neither period nor day of issue is known.
    /// </summary>
    public int? YearFor(int month, int day)
    {
        var first = Period?.From ?? IssuedOn?.Year;
        if (first is not { } year || IssuedOn is not { } issued || issued.Year != year)
        {
            return first;
        }

        var isPast = (month, day).CompareTo((issued.Month, issued.Day)) < 0;
        var last = Period?.To ?? year + 1;
        return isPast && year < last ? year + 1 : year;
    }
}

/// <summary>
/// Understands the deadline vocabulary of plans (PLN-15). Rules of precedence: an event ("ngay sau khi …") beats everything, a
/// calendar date beats "theo quy định", and between a date and "thường xuyên" the first one printed counts. "Hằng quý", "hằng tháng",
/// "định kỳ" recur without a day of their own, so they are continuous and keep their words. Never throws.
/// </summary>
public static partial class DeadlineParser
{
    public static RowDeadline Parse(string? text, DeadlineContext? context = null)
    {
        var printed = VietnameseText.Normalize((text ?? "").Trim());
        var folded = VietnameseText.Fold(printed);
        if (folded.Length == 0 || folded.All(c => !char.IsLetterOrDigit(c)))
        {
            return RowDeadline.None;
        }

        if (Event().IsMatch(folded))
        {
            return new RowDeadline(DeadlineKind.Event, printed, null);
        }

        var moments = DeadlineMoments.Find(folded, context ?? DeadlineContext.Unknown);
        var continuous = Continuous().Match(folded);
        if (moments.Count > 0 && (!continuous.Success || moments[0].At < continuous.Index))
        {
            return Dated(printed, folded, moments, context ?? DeadlineContext.Unknown);
        }

        return new RowDeadline(KindWithoutDate(folded, continuous.Success), printed, null);
    }

    private static string KindWithoutDate(string folded, bool isContinuous)
    {
        if (isContinuous)
        {
            return DeadlineKind.Continuous;
        }

        if (Regulated().IsMatch(folded))
        {
            return DeadlineKind.Regulated;
        }

        return Recurring().IsMatch(folded) ? DeadlineKind.Continuous : DeadlineKind.None;
    }

    private static RowDeadline Dated(string printed, string folded, IReadOnlyList<DeadlineMoment> moments, DeadlineContext context)
    {
        var first = moments[0];
        if (EveryYear().IsMatch(folded))
        {
            return Yearly(printed, moments, context);
        }

        if (moments.Count == 2 && Range().IsMatch(folded))
        {
            return new RowDeadline(DeadlineKind.Period, printed, moments[1].Last) { From = first.First ?? first.Last };
        }

        var kind = moments.All(moment => moment.IsDay) ? DeadlineKind.Fixed : DeadlineKind.Period;
        return new RowDeadline(kind, printed, first.Last)
        {
            From = first.First,
            Others = OtherDays(moments.Select(moment => moment.Last)),
        };
    }

    private static RowDeadline Yearly(string printed, IReadOnlyList<DeadlineMoment> moments, DeadlineContext context)
    {
        var (month, day) = moments[0].EachYear;
        return new RowDeadline(DeadlineKind.Yearly, printed, FirstOccurrence(moments[0], context))
        {
            Month = month,
            Day = day,
            Others = OtherDays(moments.Select(moment => FirstOccurrence(moment, context))),
        };
    }

    /// <summary>The days after the first, without those that repeat one already named.</summary>
    private static IReadOnlyList<DateOnly> OtherDays(IEnumerable<DateOnly?> days) => [.. days.OfType<DateOnly>().Distinct().Skip(1)];

    private static DateOnly? FirstOccurrence(DeadlineMoment moment, DeadlineContext context)
    {
        var (month, day) = moment.EachYear;
        return (moment.Year ?? context.YearFor(month, day)) is { } year
            ? VietnameseDates.Make(year, month, Math.Min(day, DeadlineMoment.DaysIn(year, month)))
            : null;
    }

    [GeneratedRegex(@"\b(theo|sau|co|khi co) (thong bao|ket luan)|\bngay (sau )?khi\b|\bsau khi\b|\bke tu (ngay|khi)\b|\bkhi (co|phat sinh|nhan)\b|\bsau \d+ ngay\b|\btrong (vong |thoi han )?\d+ (ngay|gio)\b|\btheo (yeu cau|tien do)\b|\bdot xuat\b")]
    private static partial Regex Event();

    [GeneratedRegex(@"\bthuong xuyen\b|\blien tuc\b|\bhang ngay\b|\bquanh nam\b|\btrong suot\b|\bca nam\b")]
    private static partial Regex Continuous();

    [GeneratedRegex(@"\b(hang|moi|tung) (tuan|thang|quy)\b|\bmoi \d+ (ngay|tuan|thang)\b|\bdinh ky\b|\bcuoi (moi )?(quy|thang)\b|\b(mot|1|01|hai|2|02|moi) lan\b|\b0?[36] thang (mot lan|/ ?lan)|thang ?/ ?lan")]
    private static partial Regex Recurring();

    [GeneratedRegex(@"\b(theo|dung) (quy dinh|huong dan|luat|ke hoach|lich|quy che|thoi gian quy dinh|chi dao|van ban)|\bdung (thoi )?han\b")]
    private static partial Regex Regulated();

    [GeneratedRegex(@"\b(hang|moi|tung|cac) nam\b|\bhang nam\b")]
    private static partial Regex EveryYear();

    [GeneratedRegex(@"\btu .+ den |\d ?[-–] ?(thang |quy |ngay )?\d|\b[iv]+ ?[-–] ?(quy )?[iv]+\b")]
    private static partial Regex Range();
}
