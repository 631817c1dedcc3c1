using DiemSang.Modules.Access;

namespace DiemSang.Modules.Meetings;

/// <summary>What a person may do with a meeting. A meeting one may not see does not exist.</summary>
public static class MeetingRights
{
    /// <summary>Those who see the whole organisation see every meeting; others the ones they are part of, or whose conclusions are their unit's.</summary>
    public static IQueryable<Meeting> VisibleTo(this IQueryable<Meeting> meetings, Actor actor)
    {
        var own = meetings.Where(meeting => meeting.OrganisationId == actor.OrganisationId);
        if (actor.SeesWholeOrganisation)
        {
            return own;
        }

        var units = actor.UnitIds.ToArray();
        return own.Where(meeting => meeting.ChairId == actor.PersonId || meeting.SecretaryId == actor.PersonId
            || meeting.Guests.Any(guest => guest.PersonId == actor.PersonId)
            || meeting.Conclusions.Any(conclusion => units.Contains(conclusion.UnitId) || conclusion.PersonId == actor.PersonId)
            || meeting.Proposals.Any(proposal => units.Contains(proposal.UnitId)));
    }

    public static bool MayPlanMeetings(this Actor actor) => actor.IsFocal || actor.IsLeader;

    /// <summary>Agenda, guests, conclusions, minutes: the organisers, the chair and the secretary, until both have signed.</summary>
    public static bool MayKeep(this Actor actor, Meeting meeting) =>
        !meeting.IsSigned && meeting.State != MeetingState.Cancelled
        && (actor.MayPlanMeetings() || actor.PersonId == meeting.ChairId || actor.PersonId == meeting.SecretaryId);

    public static bool MayReport(this Actor actor, Conclusion conclusion) =>
        actor.WorksIn(conclusion.UnitId) || actor.PersonId == conclusion.PersonId || actor.MayPlanMeetings();

    public static bool MaySettle(this Actor actor, Proposal proposal) => actor.WorksIn(proposal.UnitId) || actor.MayPlanMeetings();
}
