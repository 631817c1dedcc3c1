using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Web.Pages.Access;

/// <summary>People and units of the own organisation to choose from in a form.</summary>
internal static class Choices
{
    public static async Task<IReadOnlyList<SelectListItem>> PeopleToChooseAsync(this DiemSangDbContext db, Actor actor, string first)
    {
        var people = await db.People.Where(one => one.OrganisationId == actor.OrganisationId && one.LeftOn == null).OrderBy(one => one.SortName).ToListAsync();
        return [new(first, ""), .. people.Select(one => new SelectListItem(one.Post is null ? one.FullName : $"{one.FullName} – {one.Post}", one.Id.ToString()))];
    }

    public static async Task<IReadOnlyList<SelectListItem>> UnitsToChooseAsync(this DiemSangDbContext db, Actor actor, string first)
    {
        var units = await db.Units.Where(one => one.OrganisationId == actor.OrganisationId && one.ClosedOn == null).OrderBy(one => one.SortOrder).ThenBy(one => one.Name).ToListAsync();
        return [new(first, ""), .. units.Select(one => new SelectListItem(one.Name, one.Id.ToString()))];
    }
}
