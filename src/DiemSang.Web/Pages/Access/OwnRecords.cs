using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Web.Pages.Access;

/// <summary>
/// Records of the actor's own organisation. A province may read those of its communes, but keeps only its own: the others do not exist here.
/// </summary>
internal static class OwnRecords
{
    public static Task<Unit?> FindUnitAsync(this DiemSangDbContext db, Actor actor, Guid id) =>
        db.Units.SingleOrDefaultAsync(unit => unit.OrganisationId == actor.OrganisationId && unit.Id == id);

    public static Task<Person?> FindPersonAsync(this DiemSangDbContext db, Actor actor, Guid id) =>
        db.People.SingleOrDefaultAsync(person => person.OrganisationId == actor.OrganisationId && person.Id == id);

    public static Task<List<Unit>> OpenUnitsAsync(this DiemSangDbContext db, Actor actor) =>
        db.Units.Where(unit => unit.OrganisationId == actor.OrganisationId && unit.ClosedOn == null).OrderBy(unit => unit.SortOrder).ThenBy(unit => unit.NameFolded).ToListAsync();

    public static IReadOnlyList<SelectListItem> ToChoices(this IEnumerable<Unit> units, string nothing) =>
        [new(nothing, ""), .. units.Select(unit => new SelectListItem(unit.Name, unit.Id.ToString()))];

    /// <summary>The edit was made on this version; when the row has moved on the save is refused and the person told (409).</summary>
    public static void ExpectVersion(this DiemSangDbContext db, TenantEntity entity, int version) =>
        db.Entry(entity).Property(nameof(TenantEntity.Version)).OriginalValue = version;
}
