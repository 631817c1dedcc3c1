using DiemSang.Core.Planning;
using DiemSang.Modules.Plans.Issuing;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Amending;

/// <summary>
/// Work after an amendment: new rows become tasks, dropped ones are withdrawn, changed ones keep their task with all that was said. What is
/// done or answered stays as it is; only what is still open gets the new days.
/// </summary>
public sealed class TaskFollower(DiemSangDbContext db, PlanReadiness readiness, TimeProvider clock)
{
    /// <param name="plan">In its new edition.</param>
    internal async Task FollowAsync(Plan plan, IReadOnlyList<WrittenRow> written, DateOnly from, CancellationToken cancel)
    {
        var units = await readiness.UnitsAsync(plan.OrganisationId, cancel);
        var former = written.Select(row => row.Before?.Id).OfType<Guid>().ToArray();
        var tasks = await db.Tasks.Include(task => task.Assignments).Include(task => task.Occurrences).AsSplitQuery()
            .Where(task => task.OrganisationId == plan.OrganisationId && former.Contains(task.RowId)).ToDictionaryAsync(task => task.RowId, cancel);
        foreach (var row in written)
        {
            if (row.Before is null)
            {
                db.Tasks.Add(TaskMaker.Make(plan, row.Clarity!, units, clock));
            }
            else if (row.After is null)
            {
                tasks[row.Before.Id].WithdrawnAt = clock.GetUtcNow();
            }
            else
            {
                Follow(tasks[row.Before.Id], plan, row, TaskMaker.Parts(row.Clarity!, units).ToList(), from);
            }
        }
    }

    private void Follow(PlanTask task, Plan plan, WrittenRow row, List<Part> parts, DateOnly from)
    {
        task.Follow(row.After!, row.Clarity!.IsForAllUnits);
        Reassign(task, parts, from);
        if (row.Before!.DeadlineText != row.After!.DeadlineText)
        {
            foreach (var lead in task.Assignments.Where(part => part.Duty == Duty.Lead))
            {
                Reschedule(TaskPeriods.PeriodsOf(task, lead), TaskPeriods.Wanted(task, row.After, plan, lead, clock.Today()));
            }
        }

        db.Occurrences.AddRange(TaskPeriods.Missing(task, row.After, plan, clock.Today()).ToList());
    }

    /// <summary>Units that stay keep the person their head named. A unit that leaves is asked nothing more; its answers stay.</summary>
    private void Reassign(PlanTask task, List<Part> parts, DateOnly from)
    {
        foreach (var former in task.Assignments.Where(part => !parts.Exists(wanted => IsSame(wanted, part))).ToList())
        {
            task.Assignments.Remove(former);
            db.Assignments.Remove(former);
            if (former.Duty == Duty.Lead)
            {
                Withdraw(task.Occurrences.Where(period => period.UnitId == former.UnitId && period.AnsweredAt is null));
            }
        }

        foreach (var part in parts)
        {
            if (task.Assignments.Find(known => IsSame(part, known)) is { } kept)
            {
                kept.IsAccountable = part.IsAccountable;
            }
            else
            {
                var added = TaskMaker.Assign(task, part, from);
                task.Assignments.Add(added);
                db.Assignments.Add(added);
            }
        }
    }

    /// <summary>
    /// Open periods take the new days in their order, so that whoever was asked stays asked; those left over are withdrawn. A period that somebody
    /// has spoken about moves before one that nobody has.
    /// </summary>
    private void Reschedule(List<Occurrence> periods, List<OccurrencePeriod> wanted)
    {
        var open = periods.Where(period => !period.IsSettled).OrderBy(period => period.AnsweredAt is null).ThenBy(period => period.FromDate).ToList();
        foreach (var same in open.Where(period => wanted.Exists(period.Is)).ToList())
        {
            var period = wanted.Find(same.Is);
            same.MoveTo(period);
            wanted.Remove(period);
            open.Remove(same);
        }

        foreach (var (moved, period) in open.Zip(wanted))
        {
            moved.MoveTo(period);
        }

        Withdraw(open.Skip(wanted.Count));
    }

    private void Withdraw(IEnumerable<Occurrence> periods)
    {
        foreach (var period in periods)
        {
            period.Withdraw(clock.GetUtcNow());
        }
    }

    private static bool IsSame(Part part, Assignment known) => part.UnitId == known.UnitId && part.Duty == known.Duty;
}
