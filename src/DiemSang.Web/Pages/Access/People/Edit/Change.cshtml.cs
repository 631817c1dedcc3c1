using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Access.People.Edit;

public sealed class ChangeModel(DiemSangDbContext db, IStringLocalizer texts) : PageModel
{
    public Person Person { get; private set; } = null!;

    /// <summary>Somebody else saved the person after it was shown here; the form keeps what the person typed.</summary>
    public bool HasMovedOn { get; private set; }

    [BindProperty]
    public PersonInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        Input = PersonInput.Of(Person);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        Input.CopyTo(Person);
        if (!await db.TrySaveAsync(Person, Input.Version, HttpContext.Actor().To("access.change-person")))
        {
            return await ShowTheirsAsync(id);
        }

        this.Say(texts["Đã lưu thông tin của {0}.", Person.FullName]);
        return Redirect($"/access/people/{id}");
    }

    private async Task<IActionResult> ShowTheirsAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        HasMovedOn = true;
        ModelState.Remove("Input.Version");
        Input.Version = Person.Version;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> FindAsync(Guid id)
    {
        Person = (await db.FindPersonAsync(HttpContext.Actor(), id))!;
        return Person is not null;
    }
}
