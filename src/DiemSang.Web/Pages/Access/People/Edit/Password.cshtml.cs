using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Access.People.Edit;

/// <summary>Gives a person an account, or a new password to one. The password is shown once, in the answer, and kept nowhere.</summary>
public sealed class PasswordModel(DiemSangDbContext db, AccountKeeper accounts, IStringLocalizer texts) : PageModel
{
    public Person Person { get; private set; } = null!;

    public bool HasAccount => Person.AccountId is not null;

    [BindProperty, Display(Name = "Tên đăng nhập")]
    public string? UserName { get; set; }

    public string? OneTimePassword { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!HasAccount && UserName is null)
        {
            ModelState.AddModelError(nameof(UserName), texts["Nhập tên đăng nhập."]);
        }
        else
        {
            await IssueAsync();
        }

        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task IssueAsync()
    {
        var issued = HasAccount
            ? await accounts.ResetPasswordAsync(Person, HttpContext.Actor())
            : await accounts.OpenAsync(Person, UserName!, HttpContext.Actor());
        foreach (var refusal in issued.Refusals)
        {
            ModelState.AddModelError(nameof(UserName), refusal);
        }

        UserName = issued.UserName;
        OneTimePassword = issued.Password;
    }

    private async Task<bool> FindAsync(Guid id)
    {
        Person = (await db.FindPersonAsync(HttpContext.Actor(), id))!;
        return Person is { LeftOn: null };
    }
}
