using DiemSang.Modules.Access;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Web.Pages.Access.Units;

/// <summary>One unit: its names through time and the people who hold a role in it now or later.</summary>
public sealed class DetailsModel(DiemSangDbContext db, TimeProvider clock) : PageModel
{
    public Unit Unit { get; private set; } = null!;

    public string? MergedInto { get; private set; }

    public IReadOnlyList<UnitName> Names { get; private set; } = [];

    public IReadOnlyList<HolderLine> People { get; private set; } = [];

    public bool CanEdit => HttpContext.Actor().IsAdministrator && Unit.ClosedOn is null;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await db.FindUnitAsync(HttpContext.Actor(), id) is not { } unit)
        {
            return NotFound();
        }

        Unit = unit;
        MergedInto = unit.MergedIntoId is { } other ? (await db.FindUnitAsync(HttpContext.Actor(), other))?.Name : null;
        Names = await db.UnitNames.Where(name => name.OrganisationId == unit.OrganisationId && name.UnitId == id).OrderByDescending(name => name.ValidTo).ThenBy(name => name.Name).ToListAsync();
        var today = clock.Today();
        People = await db.Appointments
            .Where(held => held.OrganisationId == unit.OrganisationId && held.UnitId == id && (held.ToDate == null || held.ToDate >= today))
            .Join(db.People, held => new { held.OrganisationId, Id = held.PersonId }, person => new { person.OrganisationId, person.Id }, (held, person) => new { held, person })
            .OrderBy(pair => pair.person.SortName)
            .Select(pair => new HolderLine(pair.person.Id, pair.person.FullName, pair.held.Role, pair.held.IsActing, pair.held.FromDate, pair.held.ToDate))
            .ToListAsync();
        return Page();
    }

    public sealed record HolderLine(Guid PersonId, string FullName, Role Role, bool IsActing, DateOnly From, DateOnly? To);
}
