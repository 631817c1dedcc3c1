using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Access.MyAccount;

/// <summary>Who I am here, and how well my account is protected.</summary>
public sealed class IndexModel(UserManager<Account> accounts, DiemSangDbContext db, IStringLocalizer texts) : PageModel
{
    public Actor Actor => HttpContext.Actor();

    public string UserName { get; private set; } = "";

    public IReadOnlyList<string> Roles { get; private set; } = [];

    public bool HasAuthenticator { get; private set; }

    public int RecoveryCodesLeft { get; private set; }

    public int Passkeys { get; private set; }

    public async Task OnGetAsync()
    {
        var account = (await accounts.GetUserAsync(User))!;
        UserName = account.UserName!;
        HasAuthenticator = account.TwoFactorEnabled;
        RecoveryCodesLeft = await accounts.CountRecoveryCodesAsync(account);
        Passkeys = (await accounts.GetPasskeysAsync(account)).Count;
        var units = await db.Units.Where(unit => unit.OrganisationId == Actor.OrganisationId).ToDictionaryAsync(unit => unit.Id, unit => unit.Name);
        Roles = [.. Actor.Roles.Select(held => texts.Holding(held.Role, held.UnitId is { } unit ? units[unit] : null, held.IsActing))];
    }
}
