using DiemSang.Modules.Access;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Access.Units;

/// <summary>The organisation at a glance: its units, those beside it, and who heads each today.</summary>
public sealed class IndexModel(DiemSangDbContext db, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    public Actor Actor => HttpContext.Actor();

    public Organisation Organisation { get; private set; } = null!;

    public IReadOnlyList<(string Heading, IReadOnlyList<UnitLine> Units)> Groups { get; private set; } = [];

    public IReadOnlyList<UnitLine> Closed { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Organisation = await db.Organisations.SingleAsync(organisation => organisation.Id == Actor.OrganisationId);
        var lines = await LinesAsync();
        var open = lines.Where(line => line.ClosedOn is null).ToList();
        Closed = [.. lines.Except(open)];
        Groups = new (string Heading, IReadOnlyList<UnitLine> Units)[]
        {
            (texts["Đơn vị thuộc cơ quan"], [.. open.Where(line => line.Kind != UnitKind.Partner)]),
            (texts["Đơn vị phối hợp"], [.. open.Where(line => line.Kind == UnitKind.Partner)]),
        }.Where(group => group.Units.Count > 0).ToList();
    }

    private async Task<List<UnitLine>> LinesAsync()
    {
        var today = clock.Today();
        var held = await db.Appointments
            .Where(one => one.OrganisationId == Actor.OrganisationId && one.UnitId != null && one.FromDate <= today && (one.ToDate == null || one.ToDate >= today))
            .Join(db.People, one => new { one.OrganisationId, Id = one.PersonId }, person => new { person.OrganisationId, person.Id }, (one, person) => new { one.UnitId, one.Role, one.IsActing, person.FullName, one.PersonId })
            .ToListAsync();
        var units = await db.Units.Where(unit => unit.OrganisationId == Actor.OrganisationId).OrderBy(unit => unit.SortOrder).ThenBy(unit => unit.NameFolded).ToListAsync();
        return [.. units.Select(unit =>
        {
            var people = held.Where(one => one.UnitId == unit.Id).ToList();
            var head = people.Find(one => one.Role == Role.Head);
            return new UnitLine(unit.Id, unit.Name, unit.Kind, head?.FullName, head?.IsActing == true, people.DistinctBy(one => one.PersonId).Count(), unit.ClosedOn);
        })];
    }

    public sealed record UnitLine(Guid Id, string Name, UnitKind Kind, string? Head, bool HeadIsActing, int People, DateOnly? ClosedOn);
}
