using DiemSang.Modules.Access;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Working;

public enum AssignOutcome { Assigned, NotAllowed, NotFound, NotOfTheUnit, ChangedMeanwhile }

/// <summary>A head gives the unit's task to a named official and stays accountable for it (PLN-18).</summary>
public sealed class TaskAssigner(DiemSangDbContext db, TimeProvider clock)
{
    /// <param name="personId">Somebody who works in the unit today; null takes the task back to the unit.</param>
    /// <param name="seenVersion">Version of the assignment the head was shown.</param>
    public async Task<AssignOutcome> AssignAsync(Actor actor, Guid assignmentId, Guid? personId, int seenVersion, CancellationToken cancel = default)
    {
        var part = await db.VisibleAssignmentAsync(actor, assignmentId, cancel);
        if (part is null)
        {
            return AssignOutcome.NotFound;
        }

        if (!actor.MayAssign(part.UnitId))
        {
            return AssignOutcome.NotAllowed;
        }

        if (personId is { } person && !await PeopleOf(part.OrganisationId, part.UnitId).AnyAsync(official => official.Id == person, cancel))
        {
            return AssignOutcome.NotOfTheUnit;
        }

        if (part.Version != seenVersion)
        {
            return AssignOutcome.ChangedMeanwhile;
        }

        part.PersonId = personId;
        return await SaveAsync(actor, cancel);
    }

    /// <summary>Who works in the unit today, in the order of Vietnamese lists.</summary>
    public IQueryable<Person> PeopleOf(Guid organisationId, Guid unitId)
    {
        var today = clock.Today();
        return db.People
            .Where(person => person.OrganisationId == organisationId && person.LeftOn == null)
            .Where(person => db.Appointments.Any(held => held.OrganisationId == organisationId && held.PersonId == person.Id && held.UnitId == unitId
                && held.FromDate <= today && (held.ToDate == null || held.ToDate >= today)))
            .OrderBy(person => person.SortName);
    }

    private async Task<AssignOutcome> SaveAsync(Actor actor, CancellationToken cancel)
    {
        try
        {
            await db.SaveAsync(actor.To("plans.assign"), cancel);
            return AssignOutcome.Assigned;
        }
        catch (DbUpdateConcurrencyException)
        {
            return AssignOutcome.ChangedMeanwhile;
        }
    }
}
