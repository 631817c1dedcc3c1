using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Access.Units.Edit;

public sealed class RenameModel(DiemSangDbContext db, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    public Unit Unit { get; private set; } = null!;

    /// <summary>Somebody else saved the unit after it was shown here; the form keeps what the person typed.</summary>
    public bool HasMovedOn { get; private set; }

    [BindProperty]
    public RenameInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        Input = new RenameInput { Name = Unit.Name, ShortName = Unit.ShortName, On = clock.Today(), Version = Unit.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        var actor = HttpContext.Actor();
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (ModelState.IsValid && await db.HasOpenUnitNamedAsync(actor, Input.Name!, except: id))
        {
            ModelState.AddModelError("Input.Name", texts["Cơ quan đã có đơn vị tên này. Ghi tên khác, hoặc mở đơn vị đã có."]);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        db.UnitNames.Add(Unit.Rename(Input.Name!, Input.ShortName!, Input.On!.Value, Input.Decision));
        if (!await db.TrySaveAsync(Unit, Input.Version, actor.To("access.rename-unit", Input.Decision)))
        {
            return await ShowTheirsAsync(id);
        }

        this.Say(texts["Đã đổi tên thành {0}.", Unit.Name]);
        return Redirect($"/access/units/{id}");
    }

    private async Task<IActionResult> ShowTheirsAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        HasMovedOn = true;
        ModelState.Remove("Input.Version");
        Input.Version = Unit.Version;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> FindAsync(Guid id)
    {
        Unit = (await db.FindUnitAsync(HttpContext.Actor(), id))!;
        return Unit is { ClosedOn: null };
    }

    public sealed class RenameInput
    {
        [Display(Name = "Tên mới"), Required(ErrorMessage = "Nhập tên đơn vị."), StringLength(Unit.NameMaxLength, ErrorMessage = "Tên dài tối đa 200 ký tự.")]
        public string? Name { get; set; }

        [Display(Name = "Tên ngắn"), Required(ErrorMessage = "Nhập tên ngắn."), StringLength(60, ErrorMessage = "Tên dài tối đa 60 ký tự.")]
        public string? ShortName { get; set; }

        [Display(Name = "Từ ngày"), Required(ErrorMessage = "Nhập ngày đổi tên.")]
        public DateOnly? On { get; set; }

        [Display(Name = "Căn cứ"), StringLength(200, ErrorMessage = "Căn cứ dài tối đa 200 ký tự.")]
        public string? Decision { get; set; }

        public int Version { get; set; }
    }
}
