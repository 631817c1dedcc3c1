using DiemSang.Modules.Access;

namespace DiemSang.Modules.Plans;

/// <summary>What a person may do with the plans of the own organisation. Everybody in it reads issued plans.</summary>
public static class PlanRights
{
    /// <summary>Imports, corrects and types in plans, and sees drafts.</summary>
    public static bool MayEditPlans(this Actor actor) => actor.IsFocal || actor.IsAdministrator;

    /// <summary>Issues a plan: the focal official on behalf of the leader who signed, or the leader.</summary>
    public static bool MayIssuePlans(this Actor actor) => actor.IsFocal || actor.IsLeader;

    /// <summary>Proposes changes of an issued plan: heads and deputies for their units, the focal official, leaders (PLN-24).</summary>
    public static bool MayProposeAmendments(this Actor actor) =>
        actor.IsFocal || actor.IsLeader || actor.Roles.Any(held => held.Role is Role.Head or Role.Deputy);

    /// <summary>The unit a head or deputy speaks for.</summary>
    public static Guid? ProposingUnit(this Actor actor) => actor.Roles.FirstOrDefault(held => held.Role is Role.Head or Role.Deputy)?.UnitId;

    /// <summary>The plans this person may open; any other plan does not exist for them.</summary>
    public static IQueryable<Plan> VisibleTo(this IQueryable<Plan> plans, Actor actor)
    {
        var own = plans.Where(plan => plan.OrganisationId == actor.OrganisationId);
        return actor.MayEditPlans() || actor.MayIssuePlans() ? own : own.Where(plan => plan.State == PlanState.Issued);
    }
}
