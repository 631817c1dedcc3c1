using System.Buffers.Text;
using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Access.MyAccount;

/// <summary>The passkeys of an account. Adding one needs the browser's help (<c>js/passkeys.js</c>); the rest works without scripts.</summary>
public sealed class PasskeysModel(SignInManager<Account> signIn, AccountKeeper keeper, IStringLocalizer texts) : PageModel
{
    private UserManager<Account> Accounts => signIn.UserManager;

    [BindProperty, Display(Name = "Đặt tên khóa"), StringLength(60, ErrorMessage = "Tên dài tối đa 60 ký tự.")]
    public string? Name { get; set; }

    public IReadOnlyList<PasskeyLine> Passkeys { get; private set; } = [];

    public async Task OnGetAsync() =>
        Passkeys = [.. (await Accounts.GetPasskeysAsync((await Accounts.GetUserAsync(User))!)).Select(PasskeyLine.Of)];

    public async Task<IActionResult> OnPostOptionsAsync()
    {
        var account = (await Accounts.GetUserAsync(User))!;
        var options = await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
        {
            Id = account.Id.ToString(),
            Name = account.UserName!,
            DisplayName = User.PersonNameOf(),
        });
        return Content(options, "application/json");
    }

    public async Task<IActionResult> OnPostAddAsync(string? credential)
    {
        var attestation = string.IsNullOrEmpty(credential) || !ModelState.IsValid ? null : await signIn.PerformPasskeyAttestationAsync(credential);
        if (attestation is not { Succeeded: true, Passkey: { } passkey })
        {
            ModelState.AddModelError("", texts["Chưa thêm được khóa. Thử lại, hoặc dùng trình duyệt khác."]);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            await OnGetAsync();
            return Page();
        }

        passkey.Name = Name ?? texts["Khóa truy cập"];
        await Accounts.AddOrUpdatePasskeyAsync((await Accounts.GetUserAsync(User))!, passkey);
        await keeper.RecordOwnAsync(HttpContext.Actor(), "access.add-passkey");
        this.Say(texts["Đã thêm khóa truy cập."]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? id)
    {
        var account = (await Accounts.GetUserAsync(User))!;
        var passkey = (await Accounts.GetPasskeysAsync(account)).FirstOrDefault(one => PasskeyLine.Of(one).Id == id);
        if (passkey is null)
        {
            return NotFound();
        }

        await Accounts.RemovePasskeyAsync(account, passkey.CredentialId);
        await keeper.RecordOwnAsync(HttpContext.Actor(), "access.remove-passkey");
        this.Say(texts["Đã gỡ khóa truy cập."]);
        return RedirectToPage();
    }

    public sealed record PasskeyLine(string Id, string Name, DateOnly AddedOn)
    {
        public static PasskeyLine Of(UserPasskeyInfo passkey) =>
            new(Base64Url.EncodeToString(passkey.CredentialId), passkey.Name ?? "", passkey.CreatedAt.VietnameseDay());
    }
}
