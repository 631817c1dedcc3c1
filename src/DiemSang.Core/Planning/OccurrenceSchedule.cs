namespace DiemSang.Core.Planning;

/// <summary>One period in which a task is asked for; all days are inclusive.</summary>
/// <param name="DueOn">Last good day, never before the plan's own date; null while there is none (regulated and event deadlines).</param>
/// <param name="IsCheckIn">True for the monthly or weekly question about continuous work: any answer closes it, and a later answer closes earlier ones.</param>
public readonly record struct OccurrencePeriod(DateOnly From, DateOnly To, DateOnly? DueOn, bool IsCheckIn = false);

/// <summary>How often continuous work is asked for.</summary>
public enum Rhythm { Monthly, Weekly }

/// <summary>The days a plan covers for whoever follows it.</summary>
/// <param name="Period">The plan's years.</param>
/// <param name="PlanDate">The document's own date: nothing is due before it, and periods that had ended by then are not asked for.</param>
/// <param name="FollowedFrom">
/// The day the plan was issued in the product. A plan of January that is loaded in September is not asked for eight months of check-ins
/// nobody could have answered; its dated duties stay due.
/// </param>
public sealed record PlanSpan(PlanPeriod Period, DateOnly PlanDate, DateOnly FollowedFrom)
{
    /// <summary>First day on which the plan asks for something.</summary>
    public DateOnly Start => Later(PlanDate, new DateOnly(Period.From, 1, 1));

    /// <summary>Last day of the plan; a plan dated after its own years ends on the day it starts.</summary>
    public DateOnly End => Later(Start, new DateOnly(Period.To, 12, 31));

    internal static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}

/// <summary>
/// Turns a row's deadline (PLN-15) into the periods in which it is asked for (MYR-04). Pure and repeatable: a later horizon gives the
/// same periods and more of them, so a top-up never makes a period twice.
/// </summary>
public static class OccurrenceSchedule
{
    /// <param name="horizon">Periods that start after this day are left for later; the first one is always given.</param>
    /// <returns>In order of their first day, not overlapping; empty only for a deadline of kind <c>none</c>.</returns>
    public static IReadOnlyList<OccurrencePeriod> Of(RowDeadline deadline, PlanSpan span, DateOnly horizon, Rhythm rhythm = Rhythm.Monthly)
    {
        if (deadline.Kind == DeadlineKind.None)
        {
            return [];
        }

        var periods = Periods(deadline, span, rhythm).DefaultIfEmpty(Undated(span));
        return [.. periods.Where((period, index) => index == 0 || period.From <= horizon)];
    }

    private static IEnumerable<OccurrencePeriod> Periods(RowDeadline deadline, PlanSpan span, Rhythm rhythm) => deadline.Kind switch
    {
        DeadlineKind.Continuous => rhythm == Rhythm.Weekly ? Weeks(span) : Months(span),
        DeadlineKind.Yearly => Years(span, year => YearlyDay(deadline, year)),
        DeadlineKind.Regulated => Years(span, _ => null),
        DeadlineKind.Fixed => Dates(deadline, span),
        DeadlineKind.Period => deadline.Others.Count == 0 ? Window(deadline, span) : Dates(deadline, span),
        _ => [],
    };

    /// <summary>A check-in for each month, due on its last day.</summary>
    private static IEnumerable<OccurrencePeriod> Months(PlanSpan span)
    {
        var first = PlanSpan.Later(span.Start, Earlier(FirstOfMonth(span.FollowedFrom), FirstOfMonth(span.End)));
        for (var month = FirstOfMonth(first); month <= span.End; month = month.AddMonths(1))
        {
            var last = month.AddMonths(1).AddDays(-1);
            yield return new OccurrencePeriod(PlanSpan.Later(month, first), last, last, IsCheckIn: true);
        }
    }

    /// <summary>A check-in for each whole week from Monday to Sunday, due on its last day; the first is the one that begins next.</summary>
    private static IEnumerable<OccurrencePeriod> Weeks(PlanSpan span)
    {
        var start = PlanSpan.Later(span.Start, span.FollowedFrom);
        for (var monday = MondayFrom(start); monday <= span.End; monday = monday.AddDays(7))
        {
            var last = Earlier(monday.AddDays(6), span.End);
            yield return new OccurrencePeriod(monday, last, last, IsCheckIn: true);
        }
    }

    /// <summary>A period for each date, from the day after the one before. Dates before the plan's own date ask for nothing.</summary>
    private static IEnumerable<OccurrencePeriod> Dates(RowDeadline deadline, PlanSpan span)
    {
        var dates = deadline.Date is { } date ? deadline.Others.Append(date) : deadline.Others;
        var due = dates.Where(day => day >= span.Start).Distinct().Order().ToList();
        return due.Select((day, index) => new OccurrencePeriod(index == 0 ? span.Start : due[index - 1].AddDays(1), day, day));
    }

    /// <summary>A month, quarter or half-year, due on its last day.</summary>
    private static IEnumerable<OccurrencePeriod> Window(RowDeadline deadline, PlanSpan span)
    {
        if (deadline.Date is not { } last || last < span.Start)
        {
            return [];
        }

        var first = PlanSpan.Later(span.Start, deadline.From ?? span.Start);
        return [new OccurrencePeriod(Earlier(first, last), last, last)];
    }

    /// <summary>A period for each year of the plan. A year whose day had passed before the plan's own date is not asked for.</summary>
    private static IEnumerable<OccurrencePeriod> Years(PlanSpan span, Func<int, DateOnly?> dueIn)
    {
        for (var year = span.Start.Year; year <= span.End.Year; year++)
        {
            var due = dueIn(year);
            if (due is null || due >= span.Start)
            {
                yield return new OccurrencePeriod(PlanSpan.Later(span.Start, new DateOnly(year, 1, 1)), new DateOnly(year, 12, 31), due);
            }
        }
    }

    /// <summary>
    /// The whole plan as one period without a day: for a deadline counted from another document (PLN-16), and for a duty whose date was
    /// over before the plan existed, which is still a duty although nobody can be late with it.
    /// </summary>
    private static OccurrencePeriod Undated(PlanSpan span) => new(span.Start, span.End, null);

    /// <summary>29/02 falls on 28/02 in common years; a yearly deadline that names no day is the last of the year.</summary>
    private static DateOnly YearlyDay(RowDeadline deadline, int year)
    {
        var month = Math.Clamp(deadline.Month ?? deadline.Date?.Month ?? 12, 1, 12);
        var day = deadline.Day ?? deadline.Date?.Day ?? 31;
        return new DateOnly(year, month, Math.Clamp(day, 1, DateTime.DaysInMonth(year, month)));
    }

    /// <summary>The day itself when it is a Monday, otherwise the next.</summary>
    public static DateOnly MondayFrom(DateOnly day) => day.AddDays((8 - (int)day.DayOfWeek) % 7);

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
