using System.Collections.Frozen;

namespace DiemSang.Core.Calendars;

/// <summary>
/// Counts days as offices do: by yearly tables of days off and make-up days, and by the Civil Code 2015, articles 144–148. Pure; a year
/// without a table knows weekends only, and every day counted through it says so.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly CountingRule _rule;
    private readonly FrozenSet<DateOnly> _daysOff;
    private readonly FrozenSet<DateOnly> _makeUpDays;
    private readonly FrozenSet<int> _officialYears;

    public WorkingCalendar(CountingRule rule, IReadOnlyCollection<CalendarYear> years)
    {
        _rule = rule;
        Years = [.. years.OrderBy(year => year.Year)];
        _daysOff = years.SelectMany(year => year.DaysOff).SelectMany(off => off.Days).ToFrozenSet();
        _makeUpDays = years.SelectMany(year => year.MakeUpDays).Select(makeUp => makeUp.Day).ToFrozenSet();
        _officialYears = years.Where(year => year.IsOfficial).Select(year => year.Year).ToFrozenSet();
    }

    /// <summary>The tables it was made from, in order.</summary>
    public IReadOnlyList<CalendarYear> Years { get; }

    public bool IsOfficial(int year) => _officialYears.Contains(year);

    public bool IsWorkingDay(DateOnly day) => _makeUpDays.Contains(day) || (!_daysOff.Contains(day) && !_rule.WeeklyRest.Contains(day.DayOfWeek));

    /// <summary>The day itself when offices are open, otherwise the next day on which they are.</summary>
    public CountedDay NextWorkingDay(DateOnly day)
    {
        var open = day;
        while (!IsWorkingDay(open))
        {
            open = open.AddDays(1);
        }

        return Counted(day, open);
    }

    /// <summary>The working day so many working days after a day, which is itself not counted; before it when negative. Zero gives the day.</summary>
    public CountedDay AddWorkingDays(DateOnly day, int workingDays)
    {
        var step = Math.Sign(workingDays);
        var reached = day;
        for (var left = Math.Abs(workingDays); left > 0;)
        {
            reached = reached.AddDays(step);
            left -= IsWorkingDay(reached) ? 1 : 0;
        }

        return Counted(day, reached);
    }

    /// <summary>Working days after the first day up to and with the last; negative when the last comes first.</summary>
    public int WorkingDaysBetween(DateOnly first, DateOnly last)
    {
        var (early, late) = first <= last ? (first, last) : (last, first);
        var count = 0;
        // Backwards a day counts when it is left behind: from Friday back to Thursday is one, as from Thursday to Friday.
        for (var day = early; day < late; day = day.AddDays(1))
        {
            count += IsWorkingDay(first <= last ? day.AddDays(1) : day) ? 1 : 0;
        }

        return first <= last ? count : -count;
    }

    /// <summary>
    /// Last day of a term that begins with an event. The event's own day is not counted (art. 147); a term in months ends on the same day
    /// of its last month, or on that month's last day; a last day on which offices are closed moves to the next working day (art. 148).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The term is negative.</exception>
    public CountedDay Deadline(DateOnly eventDay, Term term)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(term.Length);
        var last = term.Unit switch
        {
            TermUnit.WorkingHour => AddWorkingDays(eventDay, (term.Length + _rule.HoursPerWorkingDay - 1) / _rule.HoursPerWorkingDay).Day,
            TermUnit.WorkingDay => AddWorkingDays(eventDay, term.Length).Day,
            TermUnit.Day => eventDay.AddDays(term.Length),
            TermUnit.Week => eventDay.AddDays(7 * term.Length),
            TermUnit.Month => eventDay.AddMonths(term.Length),
            TermUnit.Year => eventDay.AddYears(term.Length),
            _ => throw new ArgumentOutOfRangeException(nameof(term)),
        };
        return Counted(eventDay, NextWorkingDay(last).Day);
    }

    private CountedDay Counted(DateOnly from, DateOnly to)
    {
        var (first, last) = from <= to ? (from.Year, to.Year) : (to.Year, from.Year);
        return new CountedDay(to, [.. Enumerable.Range(first, last - first + 1).Where(year => !IsOfficial(year))]);
    }
}
