using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Access;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SignInResult = Microsoft.AspNetCore.Identity.SignInResult;

namespace DiemSang.Web.Pages.Access.SignIn;

/// <summary>The second step: a code of the authenticator, or a recovery code when the phone is lost.</summary>
public sealed class CodeModel(SignInManager<Account> signIn, SignInThrottle throttle, IStringLocalizer texts) : PageModel
{
    private const int AuthenticatorDigits = 6;

    [BindProperty, Display(Name = "Mã"), Required(ErrorMessage = "Nhập mã.")]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        ModelState.Clear();
        return await signIn.GetTwoFactorAuthenticationUserAsync() is null ? RedirectToPage("/Access/SignIn/Index") : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } account)
        {
            return RedirectToPage("/Access/SignIn/Index");
        }

        if (!throttle.Allows(HttpContext.Connection.RemoteIpAddress?.ToString(), account.UserName))
        {
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        if (ModelState.IsValid && (await TryAsync(Code!)).Succeeded)
        {
            return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/");
        }

        if (ModelState.IsValid)
        {
            ModelState.AddModelError(nameof(Code), texts["Mã không đúng hoặc đã hết hạn. Chờ mã mới rồi nhập lại."]);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private Task<SignInResult> TryAsync(string typed)
    {
        var code = typed.Replace(" ", "");
        return code.Length == AuthenticatorDigits && code.All(char.IsAsciiDigit)
            ? signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false)
            : signIn.TwoFactorRecoveryCodeSignInAsync(code);
    }
}
