using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Access;
using DiemSang.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Access.MyAccount;

/// <summary>A new password, known to its owner only; the first one given by an administrator must be replaced here.</summary>
public sealed class PasswordModel(SignInManager<Account> signIn, IStringLocalizer texts) : PageModel
{
    [BindProperty]
    public PasswordInput Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        var account = (await signIn.UserManager.GetUserAsync(User))!;
        if (ModelState.IsValid && Input.New == Input.Current)
        {
            ModelState.AddModelError("Input.New", texts["Mật khẩu mới phải khác mật khẩu hiện tại."]);
        }

        if (!ModelState.IsValid || !await ChangeAsync(account))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await signIn.RefreshSignInAsync(account);
        this.Say(texts["Đã đổi mật khẩu."]);
        return Redirect("/access/my-account");
    }

    private async Task<bool> ChangeAsync(Account account)
    {
        account.MustChangePassword = false;
        var result = await signIn.UserManager.ChangePasswordAsync(account, Input.Current!, Input.New!);
        foreach (var error in result.Errors)
        {
            ModelState.AddModelError(error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? "Input.Current" : "Input.New", error.Description);
        }

        return result.Succeeded;
    }

    public sealed class PasswordInput
    {
        [Display(Name = "Mật khẩu hiện tại"), Required(ErrorMessage = "Nhập mật khẩu hiện tại."), DataType(DataType.Password)]
        public string? Current { get; set; }

        [Display(Name = "Mật khẩu mới"), Required(ErrorMessage = "Nhập mật khẩu mới."), DataType(DataType.Password)]
        public string? New { get; set; }

        [Display(Name = "Nhập lại mật khẩu mới"), Required(ErrorMessage = "Nhập lại mật khẩu mới."), DataType(DataType.Password)]
        [Compare(nameof(New), ErrorMessage = "Hai lần nhập mật khẩu mới chưa giống nhau.")]
        public string? Again { get; set; }
    }
}
