using DiemSang.Core.Reminders;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Reminders.Asking;

/// <summary>A person who can be asked.</summary>
/// <param name="Address">Null when letters are not wanted or there is no address.</param>
/// <param name="DigestAt">A later hour of the person's own.</param>
public sealed record StaffMember(Guid Id, string FullName, string? Address, TimeOnly? DigestAt);

/// <summary>Who holds which post in an organisation on a day, who is away, and how each wants to be reminded.</summary>
public sealed class Staff
{
    private readonly ILookup<(Role, Guid?), Guid> _posts;
    private readonly IReadOnlyDictionary<Guid, StaffMember> _members;
    private readonly Absences _absences;
    private readonly List<Guid> _chiefs;

    private Staff(IReadOnlyDictionary<Guid, StaffMember> members, ILookup<(Role, Guid?), Guid> posts, Absences absences, IReadOnlyCollection<Guid> leadershipUnits)
    {
        _members = members;
        _posts = posts;
        _absences = absences;
        _chiefs = [.. posts[(Role.Leader, null)].Where(leader => leadershipUnits.Any(unit => posts[(Role.Head, unit)].Contains(leader)))];
    }

    /// <summary>The people of an audience for a piece of work; somebody, unless the organisation has nobody at all.</summary>
    public IEnumerable<StaffMember> Of(Audience audience, OpenWork work) => Of(audience, work.NamedId, work.UnitId);

    /// <param name="namedId">The person it was given to or asked of; null for nobody by name.</param>
    /// <param name="unitId">Null where no unit stands for it: then those who run the plan.</param>
    public IEnumerable<StaffMember> Of(Audience audience, Guid? namedId, Guid? unitId)
    {
        var posts = new Posts(
            namedId is { } named && _members.ContainsKey(named) ? named : null,
            unitId is null ? [] : [.. _posts[(Role.Head, unitId)]], unitId is null ? [] : [.. _posts[(Role.Deputy, unitId)]],
            _chiefs, [.. _posts[(Role.Leader, null)]], [.. _posts[(Role.Focal, null)]]);
        return Recipients.Of(audience, posts, _absences).Select(person => _members.GetValueOrDefault(person)).OfType<StaffMember>();
    }

    /// <summary>Null for a person who has left.</summary>
    public StaffMember? Find(Guid personId) => _members.GetValueOrDefault(personId);

    public static async Task<Staff> OnAsync(DiemSangDbContext db, Guid organisationId, DateOnly day, CancellationToken cancel)
    {
        var members = await (
            from person in db.People
            where person.OrganisationId == organisationId && person.LeftOn == null
            from preference in db.Preferences.Where(one => one.OrganisationId == organisationId && one.PersonId == person.Id).DefaultIfEmpty()
            select new StaffMember(person.Id, person.FullName, preference == null || preference.ByMail ? person.Email : null, preference == null ? null : preference.DigestAt))
            .ToDictionaryAsync(member => member.Id, cancel);
        var held = await db.Appointments
            .Where(post => post.OrganisationId == organisationId && post.FromDate <= day && (post.ToDate == null || post.ToDate >= day))
            .OrderBy(post => post.FromDate).Select(post => new { post.Role, post.UnitId, post.PersonId }).ToListAsync(cancel);
        var posts = held.Where(post => members.ContainsKey(post.PersonId)).ToLookup(post => (post.Role, post.UnitId), post => post.PersonId);
        var leadership = await db.Units
            .Where(unit => unit.OrganisationId == organisationId && unit.Kind == UnitKind.Leadership && unit.ClosedOn == null).Select(unit => unit.Id).ToListAsync(cancel);
        return new Staff(members, posts, await AbsencesAsync(db, organisationId, day, cancel), leadership);
    }

    /// <summary>Of two mandates for the same day the later given one holds.</summary>
    private static async Task<Absences> AbsencesAsync(DiemSangDbContext db, Guid organisationId, DateOnly day, CancellationToken cancel)
    {
        var away = await db.Absences
            .Where(absence => absence.OrganisationId == organisationId && absence.FromDate <= day && absence.ToDate >= day)
            .Select(absence => absence.PersonId).ToListAsync(cancel);
        var mandates = await db.Mandates
            .Where(mandate => mandate.OrganisationId == organisationId && mandate.FromDate <= day && mandate.ToDate >= day)
            .OrderBy(mandate => mandate.FromDate).ToListAsync(cancel);
        return new Absences(away.ToHashSet(), mandates.GroupBy(mandate => mandate.FromPersonId).ToDictionary(given => given.Key, given => given.Last().ToPersonId));
    }
}
