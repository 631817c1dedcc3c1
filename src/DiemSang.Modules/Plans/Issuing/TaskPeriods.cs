using DiemSang.Core.Planning;
using DiemSang.Modules.Shared;

namespace DiemSang.Modules.Plans.Issuing;

/// <summary>The periods of a task up to the end of the year, for each unit that leads it.</summary>
internal static class TaskPeriods
{
    /// <param name="task">With its assignments and the periods it has.</param>
    /// <param name="plan">Issued: its date and the day it was issued here.</param>
    /// <returns>Those it should have by now and has not.</returns>
    public static IEnumerable<Occurrence> Missing(PlanTask task, RowDeadline deadline, Plan plan, DateOnly today)
    {
        var followedFrom = plan.IssuedAt!.Value.VietnameseDay();
        var span = new PlanSpan(new PlanPeriod(plan.PeriodFrom, plan.PeriodTo), plan.IssuedOn ?? followedFrom, followedFrom);
        var known = task.Occurrences.Select(occurrence => (occurrence.UnitId, occurrence.FromDate, occurrence.ToDate)).ToHashSet();
        return
            from period in OccurrenceSchedule.Of(deadline, span, new DateOnly(today.Year, 12, 31))
            from lead in task.Assignments.Where(assignment => assignment.Duty == Duty.Lead).ToList()
            where !known.Contains((lead.UnitId, period.From, period.To))
            select Occurrence.Of(task, lead.UnitId, period);
    }
}
