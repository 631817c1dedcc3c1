using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Audit;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Access;

/// <summary>The signed-in person with the roles held today: what pages and services ask before they show or do something.</summary>
public sealed record Actor(Guid OrganisationId, Guid PersonId, string FullName, IReadOnlyList<HeldRole> Roles)
{
    /// <summary>Runs the plan: imports, corrects, issues, keeps the board.</summary>
    public bool IsFocal => Holds(Role.Focal);
    public bool IsLeader => Holds(Role.Leader);
    public bool IsAdministrator => Holds(Role.Administrator);

    /// <summary>Reads the whole organisation's work, not only that of the own units.</summary>
    public bool SeesWholeOrganisation => Roles.Any(held => Appointment.IsOrganisationWide(held.Role));

    /// <summary>Units the person works in, whatever the role.</summary>
    public IEnumerable<Guid> UnitIds => Roles.Where(held => held.UnitId is not null).Select(held => held.UnitId!.Value).Distinct();

    public bool WorksIn(Guid unitId) => Roles.Any(held => held.UnitId == unitId);

    /// <summary>Head or deputy of the unit: may give its tasks to people.</summary>
    public bool Leads(Guid unitId) => Roles.Any(held => held.UnitId == unitId && held.Role is Role.Head or Role.Deputy);

    public Act To(string verb, string? reason = null) => new(OrganisationId, PersonId, FullName, verb, reason);

    private bool Holds(Role role) => Roles.Any(held => held.Role == role);
}

public sealed record HeldRole(Role Role, Guid? UnitId, bool IsActing);

/// <summary>Finds the person behind an account and the roles held on a day.</summary>
public sealed class ActorFinder(DiemSangDbContext db, TimeProvider clock)
{
    /// <summary>Null when the account has no person (any more). Sets the tenant of this unit of work.</summary>
    public async Task<Actor?> FindAsync(Guid accountId, CancellationToken cancel = default)
    {
        var person = await db.Database
            .SqlQuery<AccountPerson>($"select organisation_id as \"OrganisationId\", person_id as \"PersonId\", full_name as \"FullName\" from access.person_of_account({accountId})")
            .SingleOrDefaultAsync(cancel);
        if (person is null)
        {
            return null;
        }

        db.Tenant.Set(person.OrganisationId);
        var today = clock.Today();
        var roles = await RolesOf(person.OrganisationId, today)
            .Where(held => held.PersonId == person.PersonId)
            .Select(held => new HeldRole(held.Role, held.UnitId, held.IsActing))
            .ToListAsync(cancel);
        var mandated = await RolesOf(person.OrganisationId, today)
            .Where(held => held.Role != Role.Administrator)
            .Where(held => db.Mandates.Any(given => given.OrganisationId == held.OrganisationId && given.FromPersonId == held.PersonId
                && given.ToPersonId == person.PersonId && given.FromDate <= today && given.ToDate >= today))
            .Select(held => new HeldRole(held.Role, held.UnitId, true))
            .ToListAsync(cancel);
        return new Actor(person.OrganisationId, person.PersonId, person.FullName, [.. roles, .. mandated]);
    }

    private IQueryable<Appointment> RolesOf(Guid organisationId, DateOnly today) => db.Appointments
        .Where(held => held.OrganisationId == organisationId && held.FromDate <= today && (held.ToDate == null || held.ToDate >= today));

    private sealed record AccountPerson(Guid OrganisationId, Guid PersonId, string FullName);
}
