using System.ComponentModel.DataAnnotations;
using DiemSang.Core.Language;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Access.Units.Edit;

/// <summary>A new unit. Two open units never share a name; similar names are two bodies.</summary>
public sealed class AddModel(DiemSangDbContext db, IStringLocalizer texts) : PageModel
{
    [BindProperty]
    public UnitInput Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        var actor = HttpContext.Actor();
        if (ModelState.IsValid && await db.HasOpenUnitNamedAsync(actor, Input.Name!))
        {
            ModelState.AddModelError("Input.Name", texts["Cơ quan đã có đơn vị tên này. Ghi tên khác, hoặc mở đơn vị đã có."]);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var last = await db.Units.Where(unit => unit.OrganisationId == actor.OrganisationId).MaxAsync(unit => (int?)unit.SortOrder) ?? 0;
        var unit = new Unit(actor.OrganisationId, Input.Name!, Input.ShortName!, Input.Kind!.Value, last + 1);
        db.Units.Add(unit);
        await db.SaveAsync(actor.To("access.add-unit"));
        this.Say(texts["Đã thêm {0}.", unit.Name]);
        return Redirect($"/access/units/{unit.Id}");
    }

    public sealed class UnitInput
    {
        [Display(Name = "Tên đơn vị"), Required(ErrorMessage = "Nhập tên đơn vị."), StringLength(Unit.NameMaxLength, ErrorMessage = "Tên dài tối đa 200 ký tự.")]
        public string? Name { get; set; }

        [Display(Name = "Tên ngắn"), Required(ErrorMessage = "Nhập tên ngắn."), StringLength(60, ErrorMessage = "Tên dài tối đa 60 ký tự.")]
        public string? ShortName { get; set; }

        [Display(Name = "Loại"), Required(ErrorMessage = "Chọn loại đơn vị.")]
        public UnitKind? Kind { get; set; }
    }
}

internal static class UnitNames
{
    public static Task<bool> HasOpenUnitNamedAsync(this DiemSangDbContext db, Actor actor, string name, Guid? except = null)
    {
        var folded = VietnameseText.Fold(name);
        return db.Units.AnyAsync(unit => unit.OrganisationId == actor.OrganisationId && unit.ClosedOn == null && unit.NameFolded == folded && unit.Id != except);
    }
}
