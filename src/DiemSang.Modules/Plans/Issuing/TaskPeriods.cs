using DiemSang.Core.Planning;
using DiemSang.Modules.Shared;

namespace DiemSang.Modules.Plans.Issuing;

/// <summary>The periods of a task up to the end of the year, for each unit that leads it.</summary>
internal static class TaskPeriods
{
    /// <param name="task">With its assignments and the periods it has.</param>
    /// <param name="row">In force: says the deadline.</param>
    /// <param name="plan">Issued: its date and the day it was issued here.</param>
    /// <returns>Those it should have by now and has not.</returns>
    public static IEnumerable<Occurrence> Missing(PlanTask task, PlanRow row, Plan plan, DateOnly today) =>
        from lead in task.Assignments.Where(assignment => assignment.Duty == Duty.Lead).ToList()
        from period in Wanted(row, plan, lead, today)
        where !task.Occurrences.Exists(known => known.UnitId == lead.UnitId && known.Covers(period))
        select Occurrence.Of(task, lead.UnitId, period);

    /// <summary>What the row asks of a unit: from the plan's own date, or from the amendment that set the deadline or brought the unit in.</summary>
    public static IReadOnlyList<OccurrencePeriod> Wanted(PlanRow row, Plan plan, Assignment lead, DateOnly today)
    {
        var issued = plan.IssuedAt!.Value.VietnameseDay();
        var followedFrom = new[] { issued, row.DeadlineSetOn, lead.FollowedFrom }.Max() ?? issued;
        var span = new PlanSpan(new PlanPeriod(plan.PeriodFrom, plan.PeriodTo), row.DeadlineSetOn ?? plan.IssuedOn ?? issued, followedFrom);
        return OccurrenceSchedule.Of(row.Deadline, span, new DateOnly(today.Year, 12, 31));
    }
}
