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
        let known = PeriodsOf(task, lead)
        from period in Wanted(task, row, plan, lead, today)
        where !known.Exists(one => one.Is(period))
        select Occurrence.Of(task, lead.UnitId, period);

    /// <summary>
    /// What the row asks of a unit, without what it has settled: from the plan's own date, or from the amendment that set the deadline or
    /// brought the unit in. Nothing is due before the amendment that set the day.
    /// </summary>
    public static List<OccurrencePeriod> Wanted(PlanTask task, PlanRow row, Plan plan, Assignment lead, DateOnly today)
    {
        var issued = plan.IssuedAt!.Value.VietnameseDay();
        var followedFrom = new[] { issued, row.DeadlineSetOn, lead.FollowedFrom, task.RhythmFrom }.Max()!.Value;
        var span = new PlanSpan(new PlanPeriod(plan.PeriodFrom, plan.PeriodTo), plan.IssuedOn ?? issued, followedFrom);
        var known = PeriodsOf(task, lead);
        var setOn = row.DeadlineSetOn ?? DateOnly.MinValue;
        return
        [
            .. OccurrenceSchedule.Of(row.Deadline, span, new DateOnly(today.Year, 12, 31), task.Rhythm)
                .Where(period => (period.DueOn ?? DateOnly.MaxValue) >= setOn && period.To >= setOn && !known.Exists(one => one.Settles(period) && !IsOfFormerRhythm(task, one)))
                .Select(period => period with { From = period.From < setOn ? setOn : period.From }),
        ];
    }

    /// <summary>An answer to a month settles no week of a rhythm chosen since.</summary>
    private static bool IsOfFormerRhythm(PlanTask task, Occurrence period) => period.IsCheckIn && period.FromDate < task.RhythmFrom;

    /// <summary>Without those that an amendment took back.</summary>
    public static List<Occurrence> PeriodsOf(PlanTask task, Assignment lead) =>
        [.. task.Occurrences.Where(period => period.UnitId == lead.UnitId && period.WithdrawnAt is null)];
}
