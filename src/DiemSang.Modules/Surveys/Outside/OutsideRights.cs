using DiemSang.Modules.Access;

namespace DiemSang.Modules.Surveys.Outside;

/// <summary>What a person may do with an outside survey. One a person may not see does not exist.</summary>
public static class OutsideRights
{
    /// <summary>Those who see the whole organisation see every one; others the ones they are the contact of, or whose support is their work.</summary>
    public static IQueryable<OutsideSurvey> VisibleTo(this IQueryable<OutsideSurvey> surveys, Actor actor)
    {
        var own = surveys.Where(survey => survey.OrganisationId == actor.OrganisationId);
        var units = actor.UnitIds.ToArray();
        return actor.SeesWholeOrganisation ? own
            : own.Where(survey => survey.ContactId == actor.PersonId || survey.Tasks.Any(task => units.Contains(task.UnitId) || task.PersonId == actor.PersonId));
    }

    public static bool MayPlanSupport(this Actor actor) => actor.IsFocal;

    public static bool MayReport(this Actor actor, SupportTask task) => actor.WorksIn(task.UnitId) || actor.PersonId == task.PersonId || actor.MayPlanSupport();
}
