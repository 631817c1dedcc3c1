using DiemSang.Modules.Access;

namespace DiemSang.Modules.Plans;

/// <summary>What a person may do with the plans of the own organisation. Everybody in it reads issued plans.</summary>
public static class PlanRights
{
    /// <summary>Imports, corrects and types in plans, and sees drafts.</summary>
    public static bool MayEditPlans(this Actor actor) => actor.IsFocal || actor.IsAdministrator;

    /// <summary>Draws plans from issued ones: heads and deputies for the units they lead (PLN-20), plan editors for anybody.</summary>
    public static bool MayDerivePlans(this Actor actor) => actor.MayEditPlans() || actor.LedUnits().Length > 0;

    /// <summary>Corrects this draft: a unit's own plan is its head's too.</summary>
    public static bool MayEdit(this Actor actor, Plan plan) => actor.MayEditPlans() || (plan.UnitId is { } unit && actor.Leads(unit));

    /// <summary>Issues a plan: the focal official on behalf of the leader who signed, or the leader.</summary>
    public static bool MayIssuePlans(this Actor actor) => actor.IsFocal || actor.IsLeader;

    /// <summary>A unit's own plan gives work to nobody but the unit, so its head issues it.</summary>
    public static bool MayIssue(this Actor actor, Plan plan) => actor.MayIssuePlans() || (plan.UnitId is { } unit && actor.Leads(unit));

    /// <summary>Proposes changes of an issued plan: heads and deputies for their units, the focal official, leaders (PLN-24).</summary>
    public static bool MayProposeAmendments(this Actor actor) =>
        actor.IsFocal || actor.IsLeader || actor.Roles.Any(held => held.Role is Role.Head or Role.Deputy);

    /// <summary>The unit a head or deputy speaks for.</summary>
    public static Guid? ProposingUnit(this Actor actor) => actor.Roles.FirstOrDefault(held => held.Role is Role.Head or Role.Deputy)?.UnitId;

    /// <summary>The plans this person may open; any other plan does not exist for them.</summary>
    public static IQueryable<Plan> VisibleTo(this IQueryable<Plan> plans, Actor actor)
    {
        var own = plans.Where(plan => plan.OrganisationId == actor.OrganisationId);
        var led = actor.LedUnits();
        return actor.MayEditPlans() || actor.MayIssuePlans() ? own
            : own.Where(plan => plan.State == PlanState.Issued || (plan.State == PlanState.Draft && led.Contains(plan.UnitId!.Value)));
    }

    private static Guid[] LedUnits(this Actor actor) => [.. actor.UnitIds.Where(actor.Leads)];
}
