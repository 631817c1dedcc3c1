using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Access.People.Edit;

public sealed class AddModel(DiemSangDbContext db, IStringLocalizer texts) : PageModel
{
    [BindProperty]
    public PersonInput Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var person = new Person(HttpContext.Actor().OrganisationId, Input.FullName!);
        Input.CopyTo(person);
        db.People.Add(person);
        await db.SaveAsync(HttpContext.Actor().To("access.add-person"));
        this.Say(texts["Đã thêm {0}. Giao vai trò và tạo tài khoản.", person.FullName]);
        return Redirect($"/access/people/{person.Id}");
    }
}
