using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans.Issuing;
using DiemSang.Modules.Plans.Working;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Following;

public enum FollowingOutcome { Set, NotFound, NotAllowed, ChangedMeanwhile }

/// <summary>What a task asks of its updates.</summary>
/// <param name="Rhythm">Of the check-ins; means nothing for work that is not continuous.</param>
public sealed record TaskDemands(bool NeedsEvidence, Direction? Direction, Rhythm Rhythm);

/// <summary>Says how a task is followed: proof, direction, rhythm of the check-ins, and each unit's base.</summary>
public sealed class TaskFollowing(DiemSangDbContext db, TimeProvider clock)
{
    /// <param name="seenVersion">Version of the task the person was shown.</param>
    public async Task<FollowingOutcome> DemandAsync(Actor actor, Guid taskId, TaskDemands demands, int seenVersion, CancellationToken cancel = default)
    {
        var task = await db.Tasks.VisibleTo(actor).Include(task => task.Row).Include(task => task.Assignments).Include(task => task.Occurrences)
            .AsSplitQuery().SingleOrDefaultAsync(task => task.Id == taskId, cancel);
        if (task is null)
        {
            return FollowingOutcome.NotFound;
        }

        if (!actor.MayFollow())
        {
            return FollowingOutcome.NotAllowed;
        }

        if (task.Version != seenVersion)
        {
            return FollowingOutcome.ChangedMeanwhile;
        }

        (task.NeedsEvidence, task.Direction) = (demands.NeedsEvidence, demands.Direction);
        if (task.Rhythm != demands.Rhythm && task.Row.DeadlineKind == DeadlineKind.Continuous)
        {
            await ChangeRhythmAsync(task, demands.Rhythm, cancel);
        }

        return await SaveAsync(actor, "plans.follow", cancel);
    }

    /// <param name="seenVersion">Version of the unit's part the person was shown.</param>
    public async Task<FollowingOutcome> SetBaseAsync(Actor actor, Guid assignmentId, DatedNumber before, int seenVersion, CancellationToken cancel = default)
    {
        var part = await db.VisibleAssignmentAsync(actor, assignmentId, cancel);
        if (part is null)
        {
            return FollowingOutcome.NotFound;
        }

        if (!actor.MaySetBase(part.UnitId))
        {
            return FollowingOutcome.NotAllowed;
        }

        if (part.Version != seenVersion)
        {
            return FollowingOutcome.ChangedMeanwhile;
        }

        part.StartFrom(before.Number, before.On, before.Source);
        return await SaveAsync(actor, "plans.set-base", cancel);
    }

    /// <summary>Check-ins of the old rhythm make room from the new one's first day; earlier ones stay.</summary>
    private async Task ChangeRhythmAsync(PlanTask task, Rhythm rhythm, CancellationToken cancel)
    {
        var today = clock.Today();
        task.ChangeRhythm(rhythm, today);
        foreach (var period in task.Occurrences.Where(period => period.IsCheckIn && period.FromDate >= task.RhythmFrom && period.AnsweredAt is null))
        {
            period.Withdraw(clock.GetUtcNow());
        }

        var plan = await db.Plans.SingleAsync(plan => plan.OrganisationId == task.OrganisationId && plan.Id == task.PlanId, cancel);
        db.Occurrences.AddRange(TaskPeriods.Missing(task, task.Row, plan, today));
    }

    private async Task<FollowingOutcome> SaveAsync(Actor actor, string verb, CancellationToken cancel)
    {
        try
        {
            await db.SaveAsync(actor.To(verb), cancel);
            return FollowingOutcome.Set;
        }
        catch (DbUpdateConcurrencyException)
        {
            return FollowingOutcome.ChangedMeanwhile;
        }
    }
}
