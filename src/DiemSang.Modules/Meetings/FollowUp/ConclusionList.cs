using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Meetings.FollowUp;

/// <summary>A conclusion with the meeting it came from and who owes it.</summary>
public sealed record ConclusionLine(Conclusion Conclusion, string Meeting, string UnitName, string? PersonName);

/// <summary>Conclusions to be followed to the next meeting: all of them for those who see the whole organisation, the own ones for others.</summary>
public sealed class ConclusionList(DiemSangDbContext db)
{
    /// <param name="mine">Only those of the person and the person's units, for "my work".</param>
    public async Task<IReadOnlyList<ConclusionLine>> OpenAsync(Actor actor, bool mine, CancellationToken cancel = default) =>
        await Lines(Visible(actor, mine).Where(one => one.State == ConclusionState.Open)).ToListAsync(cancel);

    /// <summary>Whoever may read the meeting may read what it concluded for others.</summary>
    public Task<ConclusionLine?> FindAsync(Actor actor, Guid conclusionId, CancellationToken cancel = default) =>
        Lines(db.Conclusions.Where(one => one.OrganisationId == actor.OrganisationId && one.Id == conclusionId
            && db.Meetings.VisibleTo(actor).Any(meeting => meeting.Id == one.MeetingId))).SingleOrDefaultAsync(cancel);

    private IQueryable<Conclusion> Visible(Actor actor, bool mine)
    {
        var own = db.Conclusions.Where(one => one.OrganisationId == actor.OrganisationId);
        var units = actor.UnitIds.ToArray();
        return actor.SeesWholeOrganisation && !mine ? own : own.Where(one => units.Contains(one.UnitId) || one.PersonId == actor.PersonId);
    }

    private IQueryable<ConclusionLine> Lines(IQueryable<Conclusion> conclusions) =>
        from conclusion in conclusions
        join meeting in db.Meetings on new { conclusion.OrganisationId, Id = conclusion.MeetingId } equals new { meeting.OrganisationId, meeting.Id }
        join unit in db.Units on new { conclusion.OrganisationId, Id = conclusion.UnitId } equals new { unit.OrganisationId, unit.Id }
        from person in db.People.Where(person => person.OrganisationId == conclusion.OrganisationId && person.Id == conclusion.PersonId).DefaultIfEmpty()
        orderby conclusion.DueOn
        select new ConclusionLine(conclusion, meeting.Title, unit.Name, person == null ? null : person.FullName);
}
