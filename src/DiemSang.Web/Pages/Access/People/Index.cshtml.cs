using DiemSang.Core.Language;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Access.People;

/// <summary>Everyone of the organisation, by given name, with what they do today.</summary>
public sealed class IndexModel(DiemSangDbContext db, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    public Actor Actor => HttpContext.Actor();

    [BindProperty(SupportsGet = true, Name = "name")]
    public string? Name { get; set; }

    public IReadOnlyList<PersonLine> People { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var folded = VietnameseText.Fold(Name ?? "");
        var people = await db.People
            .Where(person => person.OrganisationId == Actor.OrganisationId && person.NameFolded.Contains(folded))
            .OrderBy(person => person.SortName)
            .ToListAsync();
        var roles = await RolesTodayAsync();
        People = [.. people.Select(person => new PersonLine(person.Id, person.FullName, person.Post, person.LeftOn is not null, [.. roles[person.Id]]))];
    }

    private async Task<ILookup<Guid, string>> RolesTodayAsync()
    {
        var today = clock.Today();
        var units = await db.Units.Where(unit => unit.OrganisationId == Actor.OrganisationId).ToDictionaryAsync(unit => unit.Id, unit => unit.ShortName);
        var held = await db.Appointments.Where(one => one.OrganisationId == Actor.OrganisationId && one.FromDate <= today && (one.ToDate == null || one.ToDate >= today)).ToListAsync();
        return held.ToLookup(one => one.PersonId, one => texts.Holding(one.Role, one.UnitId is { } unit ? units[unit] : null, one.IsActing));
    }

    public sealed record PersonLine(Guid Id, string FullName, string? Post, bool HasLeft, IReadOnlyList<string> Roles);
}
