using DiemSang.Core.Calendars;

namespace DiemSang.Core.Reminders;

/// <summary>A piece of work as the ladder sees it.</summary>
/// <param name="From">First day of its period; nobody is asked before.</param>
/// <param name="DueOn">Last good day; null while there is none, and then nobody is reminded.</param>
/// <param name="AskedSince">
/// The day it was given in the product. Work that was late already when its plan was loaded climbs the ladder from that day, so that nobody is
/// reported to the leader for a question never asked.
/// </param>
public readonly record struct AskedWork(DateOnly From, DateOnly? DueOn, DateOnly AskedSince, bool IsAnswered, bool IsOfPartner);

/// <summary>A step that is due, and the day it fell on: with the step's code it names this one reminder.</summary>
public readonly record struct DueStep(LadderStep Step, DateOnly Day);

/// <summary>
/// Decides who is to be asked about a piece of work today: before its day, on it, after it; then the unit's head; then the leader. Pure, and
/// catching up: a day without a running server delays a step and does not lose it.
/// </summary>
public sealed class ReminderLadder(ReminderRule rule, WorkingCalendar calendar)
{
    /// <summary>Reminders go out on working days, outside the quiet hours.</summary>
    public bool MayDisturb(DateTime now) => calendar.IsWorkingDay(DateOnly.FromDateTime(now)) && !rule.Quiet.Contains(TimeOnly.FromDateTime(now));

    /// <summary>For each audience the last step reached, highest audience last; empty when nobody is to be asked.</summary>
    public IReadOnlyList<DueStep> Reached(AskedWork work, DateOnly today)
    {
        if (work.IsAnswered || work.DueOn is not { } due || today < work.From)
        {
            return [];
        }

        var steps = work.IsOfPartner ? rule.PartnerSteps : rule.Steps;
        return
        [
            .. steps
                .Select(step => new DueStep(step, LastDay(step, due, work.AskedSince, today)))
                .Where(reached => reached.Day <= today)
                .GroupBy(reached => reached.Step.Audience)
                .OrderBy(reached => reached.Key)
                .Select(reached => reached.MaxBy(step => (step.Step.WorkingDays, step.Day))),
        ];
    }

    /// <summary>The step's day or, where it repeats, its last repetition up to today.</summary>
    private DateOnly LastDay(LadderStep step, DateOnly due, DateOnly askedSince, DateOnly today)
    {
        var day = calendar.AddWorkingDays(step.WorkingDays > 0 && askedSince > due ? askedSince : due, step.WorkingDays).Day;
        if (step.EveryWorkingDays is not > 0 || today < day)
        {
            return day;
        }

        var repetitions = calendar.WorkingDaysBetween(day, today) / step.EveryWorkingDays.Value;
        return calendar.AddWorkingDays(day, repetitions * step.EveryWorkingDays.Value).Day;
    }
}
