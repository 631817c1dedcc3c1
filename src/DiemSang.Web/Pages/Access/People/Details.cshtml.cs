using DiemSang.Modules.Access;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Access.People;

/// <summary>One person: how to reach them and every role they held, hold or will hold.</summary>
public sealed class DetailsModel(DiemSangDbContext db, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    public Person Person { get; private set; } = null!;

    public string? UserName { get; private set; }

    public IReadOnlyList<RoleLine> Roles { get; private set; } = [];

    public bool CanEdit => HttpContext.Actor().IsAdministrator;

    /// <summary>Nobody takes themselves out of work.</summary>
    public bool IsOneself => Person.Id == HttpContext.Actor().PersonId;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await db.FindPersonAsync(HttpContext.Actor(), id) is not { } person)
        {
            return NotFound();
        }

        Person = person;
        UserName = await db.Accounts.Where(account => account.Id == person.AccountId).Select(account => account.UserName).SingleOrDefaultAsync();
        var units = await db.Units.Where(unit => unit.OrganisationId == person.OrganisationId).ToDictionaryAsync(unit => unit.Id, unit => unit.Name);
        var held = await db.Appointments.Where(one => one.OrganisationId == person.OrganisationId && one.PersonId == id).OrderByDescending(one => one.FromDate).ToListAsync();
        Roles = [.. held.Select(one => RoleLine.Of(one, texts.Holding(one.Role, one.UnitId is { } unit ? units[unit] : null, one.IsActing), clock.Today()))];
        return Page();
    }

    public sealed record RoleLine(Guid Id, string Words, DateOnly From, DateOnly? To, bool CanEnd)
    {
        public static RoleLine Of(Appointment held, string words, DateOnly today) =>
            new(held.Id, words, held.FromDate, held.ToDate, held.ToDate is null || held.ToDate > today);
    }
}
