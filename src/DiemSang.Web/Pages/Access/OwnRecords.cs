using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Audit;
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

    /// <summary>
    /// Saves an edit made on this version of the record. False when somebody else has saved the record since: nothing is saved then, and the page
    /// finds the record again to show their version beside the typed one.
    /// </summary>
    public static async Task<bool> TrySaveAsync(this DiemSangDbContext db, TenantEntity entity, int version, Act act)
    {
        db.Entry(entity).Property(nameof(TenantEntity.Version)).OriginalValue = version;
        try
        {
            await db.SaveAsync(act);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
