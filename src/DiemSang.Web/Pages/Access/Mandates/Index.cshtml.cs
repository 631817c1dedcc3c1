using DiemSang.Modules.Access;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Access.Mandates;

/// <summary>Who stands in for whom, and until when.</summary>
public sealed class IndexModel(DiemSangDbContext db, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    public IReadOnlyList<MandateLine> Mandates { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var organisation = HttpContext.Actor().OrganisationId;
        var names = await db.People.Where(person => person.OrganisationId == organisation).ToDictionaryAsync(person => person.Id, person => person.FullName);
        var given = await db.Mandates.Where(one => one.OrganisationId == organisation).OrderByDescending(one => one.FromDate).ToListAsync();
        Mandates = [.. given.Select(one => new MandateLine(
            one.Id, names[one.FromPersonId], names[one.ToPersonId], one.FromDate, one.ToDate, one.Decision, CanEnd: one.ToDate > clock.Today()))];
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id)
    {
        var actor = HttpContext.Actor();
        if (await db.Mandates.SingleOrDefaultAsync(one => one.OrganisationId == actor.OrganisationId && one.Id == id) is not { } given)
        {
            return NotFound();
        }

        given.End(clock.Today());
        await db.SaveAsync(actor.To("access.end-mandate"));
        this.Say(texts["Ủy quyền kết thúc hết hôm nay."]);
        return RedirectToPage();
    }

    public sealed record MandateLine(Guid Id, string From, string To, DateOnly FirstDay, DateOnly LastDay, string? Decision, bool CanEnd);
}
