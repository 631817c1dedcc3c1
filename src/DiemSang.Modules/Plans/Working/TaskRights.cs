using DiemSang.Modules.Access;
using DiemSang.Modules.Plans.Obstacles;
using DiemSang.Modules.Plans.Requests;

namespace DiemSang.Modules.Plans.Working;

/// <summary>What a person may do with a task. A task one may not see does not exist.</summary>
public static class TaskRights
{
    /// <summary>Leaders, the focal official, administrators and viewers read every task; others those in which their unit has a part.</summary>
    public static IQueryable<PlanTask> VisibleTo(this IQueryable<PlanTask> tasks, Actor actor) =>
        tasks.ReadableBy(actor).Where(task => task.WithdrawnAt == null);

    /// <summary>Also the tasks that an amendment has withdrawn: nothing can be done with them, but what was done stays readable.</summary>
    public static IQueryable<PlanTask> ReadableBy(this IQueryable<PlanTask> tasks, Actor actor)
    {
        var own = tasks.Where(task => task.OrganisationId == actor.OrganisationId);
        if (actor.SeesWholeOrganisation)
        {
            return own;
        }

        var units = actor.UnitIds.ToArray();
        return own.Where(task => task.Assignments.Any(part => units.Contains(part.UnitId) || part.PersonId == actor.PersonId));
    }

    /// <summary>A unit speaks for itself: its people, partners' too, and whoever its head gave the task to.</summary>
    public static bool MayUpdate(this Actor actor, Assignment lead) => actor.WorksIn(lead.UnitId) || lead.PersonId == actor.PersonId;

    /// <summary>Head and deputy give the unit's tasks to its people (PLN-18).</summary>
    public static bool MayAssign(this Actor actor, Guid unitId) => actor.Leads(unitId);

    /// <summary>The focal official and leaders say what a task asks of its updates.</summary>
    public static bool MayFollow(this Actor actor) => actor.IsFocal || actor.IsLeader;

    /// <summary>Who may say what a unit's number was before; its head knows it best.</summary>
    public static bool MaySetBase(this Actor actor, Guid unitId) => actor.MayFollow() || actor.Leads(unitId);

    /// <summary>The focal official, leaders and the unit's head send an update back; nobody judges their own.</summary>
    public static bool MayReturn(this Actor actor, Guid unitId, Guid? sender) => sender != actor.PersonId && (actor.IsFocal || actor.IsLeader || actor.Leads(unitId));

    /// <summary>The person asked decides; a leader may always.</summary>
    public static bool MayDecide(this Actor actor, Obstacle obstacle) => obstacle.AskedPersonId == actor.PersonId || actor.IsLeader;

    /// <summary>A leader or the focal official asks a lead unit to explain; people of a lead unit ask a co-operating one to contribute.</summary>
    /// <param name="parts">All parts of the task.</param>
    public static bool MayAsk(this Actor actor, RequestKind kind, Guid unitId, IReadOnlyList<Assignment> parts) => kind switch
    {
        RequestKind.Explanation => actor.MayFollow() && parts.Any(part => part.Duty == Duty.Lead && part.UnitId == unitId),
        _ => parts.Any(part => part.Duty == Duty.Cooperate && part.UnitId == unitId) && parts.Any(part => part.Duty == Duty.Lead && actor.MayUpdate(part)),
    };

    public static bool MayAnswer(this Actor actor, UnitRequest request) => actor.WorksIn(request.UnitId);

    /// <summary>Whoever asked, and those who direct the plan.</summary>
    public static bool MayClose(this Actor actor, UnitRequest request) => request.AskedBy == actor.PersonId || actor.MayFollow();

    /// <summary>Who may say that the document an open deadline waited for has come.</summary>
    public static bool MaySetDueDay(this Actor actor, Guid unitId) => actor.IsFocal || actor.IsLeader || actor.Leads(unitId);
}
