namespace DiemSang.Core.Meetings;

/// <summary>A quarter, half-year or year.</summary>
/// <param name="Number">1–4, 1–2 or the year itself.</param>
public readonly record struct CadencePeriod(Cadence Every, int Number, DateOnly From, DateOnly To)
{
    /// <summary>The periods of a year, in order; none for a kind that is not watched.</summary>
    public static IEnumerable<CadencePeriod> Of(Cadence every, int year)
    {
        var months = every switch { Cadence.Quarter => 3, Cadence.HalfYear => 6, Cadence.Year => 12, _ => 0 };
        for (var month = 1; months > 0 && month <= 12; month += months)
        {
            var from = new DateOnly(year, month, 1);
            yield return new CadencePeriod(every, every == Cadence.Year ? year : (month / months) + 1, from, from.AddMonths(months).AddDays(-1));
        }
    }
}

/// <summary>A meeting of the kind, by its Vietnamese day.</summary>
public readonly record struct MeetingDay(DateOnly Day, bool IsHeld);

/// <summary>A period without a meeting.</summary>
/// <param name="IsOver">True when it can no longer be made good.</param>
public sealed record CadenceGap(CadencePeriod Period, bool IsOver);

/// <summary>Finds the quarters, half-years and years in which a meeting that is due was not held, or is not even planned (LDR-02, FRM-01).</summary>
public static class CadenceWatch
{
    /// <param name="since">Periods that ended before this day are not asked about: the plan was not in force yet.</param>
    public static IReadOnlyList<CadenceGap> Gaps(Cadence every, IReadOnlyCollection<MeetingDay> meetings, DateOnly since, DateOnly today) =>
    [
        .. CadencePeriod.Of(every, today.Year)
            .Where(period => period.From <= today && period.To >= since)
            .Where(period => !meetings.Any(meeting => Counts(meeting, period, today)))
            .Select(period => new CadenceGap(period, period.To < today)),
    ];

    /// <summary>A meeting that was planned for a day that has passed and was never held does not count.</summary>
    private static bool Counts(MeetingDay meeting, CadencePeriod period, DateOnly today) =>
        meeting.Day >= period.From && meeting.Day <= period.To && (meeting.IsHeld || meeting.Day >= today);
}
