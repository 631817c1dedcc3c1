using System.ComponentModel.DataAnnotations;
using System.Text;
using DiemSang.Modules.Access;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using QRCoder;

namespace DiemSang.Web.Pages.Access.MyAccount;

/// <summary>Turns the six-digit codes of a phone on and off. Recovery codes are shown once, in the answer itself, and kept nowhere readable.</summary>
public sealed class AuthenticatorModel(SignInManager<Account> signIn, IUserStore<Account> store, AccountKeeper keeper, IStringLocalizer texts) : PageModel
{
    private const int RecoveryCodes = 10;

    private UserManager<Account> Accounts => signIn.UserManager;

    [BindProperty, Display(Name = "Mã sáu số")]
    public string? Code { get; set; }

    public bool IsOn { get; private set; }

    public string ManualKey { get; private set; } = "";

    public string QrCode { get; private set; } = "";

    public IReadOnlyList<string>? NewCodes { get; private set; }

    public async Task OnGetAsync() => await ShowAsync((await Accounts.GetUserAsync(User))!);

    public async Task<IActionResult> OnPostTurnOnAsync()
    {
        var account = (await Accounts.GetUserAsync(User))!;
        if (!await IsRightAsync(account))
        {
            return await RefuseAsync(account);
        }

        await Accounts.SetTwoFactorEnabledAsync(account, true);
        await keeper.RecordOwnAsync(HttpContext.Actor(), "access.turn-on-codes");
        return await ShowNewCodesAsync(account);
    }

    public async Task<IActionResult> OnPostNewCodesAsync()
    {
        var account = (await Accounts.GetUserAsync(User))!;
        return account.TwoFactorEnabled ? await ShowNewCodesAsync(account) : RedirectToPage();
    }

    public async Task<IActionResult> OnPostTurnOffAsync()
    {
        var account = (await Accounts.GetUserAsync(User))!;
        if (!await IsRightAsync(account))
        {
            return await RefuseAsync(account);
        }

        await Accounts.SetTwoFactorEnabledAsync(account, false);
        await Accounts.ResetAuthenticatorKeyAsync(account);
        await keeper.RecordOwnAsync(HttpContext.Actor(), "access.turn-off-codes");
        await signIn.RefreshSignInAsync(account);
        this.Say(texts["Đã tắt mã xác thực."]);
        return Redirect("/access/my-account");
    }

    private async Task<bool> IsRightAsync(Account account) =>
        Code is not null && await Accounts.VerifyTwoFactorTokenAsync(account, Accounts.Options.Tokens.AuthenticatorTokenProvider, Code.Replace(" ", ""));

    private async Task<IActionResult> RefuseAsync(Account account)
    {
        ModelState.AddModelError(nameof(Code), texts["Mã không đúng hoặc đã hết hạn. Chờ mã mới rồi nhập lại."]);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await ShowAsync(account);
        return Page();
    }

    private async Task<IActionResult> ShowNewCodesAsync(Account account)
    {
        NewCodes = [.. (await Accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes))!];
        await signIn.RefreshSignInAsync(account);
        return Page();
    }

    private async Task ShowAsync(Account account)
    {
        IsOn = account.TwoFactorEnabled;
        if (IsOn)
        {
            return;
        }

        if (await Accounts.GetAuthenticatorKeyAsync(account) is null)
        {
            await KeepFirstKeyAsync(account);
        }

        var key = (await Accounts.GetAuthenticatorKeyAsync(account))!;
        ManualKey = string.Join(' ', key.Chunk(4).Select(four => new string(four))).ToLowerInvariant();
        QrCode = Draw($"otpauth://totp/DiemSang:{Uri.EscapeDataString(account.UserName!)}?secret={key}&issuer=DiemSang&digits=6");
    }

    /// <summary>Not Identity's reset of the key: that renews the security stamp too, and having looked at this page would end every session minutes later.</summary>
    private async Task KeepFirstKeyAsync(Account account)
    {
        await ((IUserAuthenticatorKeyStore<Account>)store).SetAuthenticatorKeyAsync(account, Accounts.GenerateNewAuthenticatorKey(), HttpContext.RequestAborted);
        await Accounts.UpdateAsync(account);
    }

    private static string Draw(string content)
    {
        using var data = QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(code.GetGraphic(4)));
    }
}
