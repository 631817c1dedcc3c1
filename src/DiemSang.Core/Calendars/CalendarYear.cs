namespace DiemSang.Core.Calendars;

/// <summary>One run of days on which offices are closed, weekends left out: those come from <see cref="CountingRule.WeeklyRest"/>.</summary>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Occasion">As people call it: "Tết Nguyên đán".</param>
/// <param name="Source">The decision, by number and date, or the article of law.</param>
public sealed record DayOff(DateOnly From, DateOnly To, string Occasion, string Source)
{
    public IEnumerable<DateOnly> Days
    {
        get
        {
            for (var day = From; day <= To; day = day.AddDays(1))
            {
                yield return day;
            }
        }
    }
}

/// <summary>A day of weekly rest that is worked in exchange for another day.</summary>
public sealed record MakeUpDay(DateOnly Day, DateOnly InsteadOf, string Source);

/// <summary>
/// The days off of one year as decided for it. Vietnamese holidays follow yearly decisions and a lunisolar calendar that .NET does not
/// have (its Chinese one puts Tết 2030 on a wrong day), so they are a table and never computed.
/// </summary>
/// <param name="IsOfficial">False while only what the law fixes is known: days counted through such a year carry a warning.</param>
public sealed record CalendarYear(int Year, bool IsOfficial, IReadOnlyList<DayOff> DaysOff, IReadOnlyList<MakeUpDay> MakeUpDays);

/// <summary>How time is counted where days are not named one by one.</summary>
/// <param name="WeeklyRest">Days of the week on which offices are closed.</param>
/// <param name="HoursPerWorkingDay">Working hours that make one working day, at least 1.</param>
public sealed record CountingRule(IReadOnlyCollection<DayOfWeek> WeeklyRest, int HoursPerWorkingDay, string Source);
