using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SignInResult = Microsoft.AspNetCore.Identity.SignInResult;

namespace DiemSang.Web.Pages.Access.SignIn;

/// <summary>User name and password, or a passkey. Says the same of a wrong name and a wrong password, and takes the same time over both.</summary>
public sealed class IndexModel(SignInManager<Account> signIn, SignInThrottle throttle, IStringLocalizer texts) : PageModel
{
    [BindProperty]
    public SignInInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? GoOn() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Refuse();
        }

        if (!throttle.Allows(HttpContext.Connection.RemoteIpAddress?.ToString(), Input.UserName))
        {
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        var account = await signIn.UserManager.FindByNameAsync(Input.UserName!);
        return account is null ? RefuseUnknown() : await AnswerAsync(account, await signIn.PasswordSignInAsync(account, Input.Password!, isPersistent: false, lockoutOnFailure: true));
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await signIn.MakePasskeyRequestOptionsAsync(user: null), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential)
    {
        ModelState.Clear();
        var result = string.IsNullOrEmpty(credential) ? SignInResult.Failed : await signIn.PasskeySignInAsync(credential);
        return result.Succeeded ? GoOn() : Refuse(texts["Chưa đăng nhập được bằng khóa truy cập. Thử lại hoặc dùng mật khẩu."]);
    }

    private async Task<IActionResult> AnswerAsync(Account account, SignInResult result)
    {
        if (result.Succeeded)
        {
            return GoOn();
        }

        if (result.RequiresTwoFactor)
        {
            return RedirectToPage("/Access/SignIn/Code", new { ReturnUrl });
        }

        return result.IsLockedOut ? Refuse(await LockedUntilAsync(account))
            : result.IsNotAllowed ? Refuse(texts["Tài khoản này đã ngừng sử dụng. Liên hệ người quản trị của cơ quan."])
            : RefuseGuess();
    }

    private async Task<string> LockedUntilAsync(Account account)
    {
        var end = await signIn.UserManager.GetLockoutEndDateAsync(account);
        return texts["Nhập sai nhiều lần nên tài khoản tạm khóa đến {0}. Chờ đến lúc đó hoặc nhờ người quản trị cấp lại mật khẩu.", end?.InVietnam().ToString("HH:mm") ?? ""];
    }

    private IActionResult RefuseUnknown()
    {
        // As slow as checking a real password, so that the answer's time does not tell which names exist.
        _ = signIn.UserManager.PasswordHasher.HashPassword(new Account(), Input.Password!);
        return RefuseGuess();
    }

    private IActionResult RefuseGuess() => Refuse(texts["Tên đăng nhập hoặc mật khẩu không đúng. Kiểm tra phím Caps Lock và bộ gõ tiếng Việt rồi nhập lại."]);

    private IActionResult Refuse(string? sentence = null)
    {
        if (sentence is not null)
        {
            ModelState.AddModelError("", sentence);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private LocalRedirectResult GoOn() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/");

    public sealed class SignInInput
    {
        [Display(Name = "Tên đăng nhập"), Required(ErrorMessage = "Nhập tên đăng nhập.")]
        public string? UserName { get; set; }

        [Display(Name = "Mật khẩu"), Required(ErrorMessage = "Nhập mật khẩu."), DataType(DataType.Password)]
        public string? Password { get; set; }
    }
}
