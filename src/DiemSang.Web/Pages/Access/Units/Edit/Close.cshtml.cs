using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Access.Units.Edit;

/// <summary>Closes a unit, perhaps into another. Nothing is deleted.</summary>
public sealed class CloseModel(DiemSangDbContext db, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    public Unit Unit { get; private set; } = null!;

    /// <summary>Somebody else saved the unit after it was shown here; the form keeps what the person typed.</summary>
    public bool HasMovedOn { get; private set; }

    public IReadOnlyList<SelectListItem> Others { get; private set; } = [];

    [BindProperty]
    public CloseInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        Input = new CloseInput { On = clock.Today(), Version = Unit.Version };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        var actor = HttpContext.Actor();
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        var into = Input.MergedInto is { } other && other != id ? await db.FindUnitAsync(actor, other) : null;
        if (Input.MergedInto is not null && into is null)
        {
            ModelState.AddModelError("Input.MergedInto", texts["Chọn một đơn vị đang hoạt động của cơ quan."]);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        Unit.Close(Input.On!.Value, into);
        await EndRolesAsync(Input.On.Value);
        if (!await db.TrySaveAsync(Unit, Input.Version, actor.To("access.close-unit")))
        {
            return await ShowTheirsAsync(id);
        }

        this.Say(texts["{0} đã kết thúc hoạt động.", Unit.Name]);
        return Redirect("/access/units");
    }

    private async Task EndRolesAsync(DateOnly on)
    {
        var roles = await db.Appointments.Where(held => held.OrganisationId == Unit.OrganisationId && held.UnitId == Unit.Id && (held.ToDate == null || held.ToDate > on)).ToListAsync();
        roles.ForEach(held => held.End(on < held.FromDate ? held.FromDate : on));
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
        Others = (await db.OpenUnitsAsync(HttpContext.Actor())).Where(unit => unit.Id != id).ToChoices(texts["Không nhập vào đơn vị nào"]);
        return Unit is { ClosedOn: null };
    }

    public sealed class CloseInput
    {
        [Display(Name = "Ngày kết thúc"), Required(ErrorMessage = "Nhập ngày kết thúc.")]
        public DateOnly? On { get; set; }

        [Display(Name = "Nhập vào đơn vị")]
        public Guid? MergedInto { get; set; }

        public int Version { get; set; }
    }
}
