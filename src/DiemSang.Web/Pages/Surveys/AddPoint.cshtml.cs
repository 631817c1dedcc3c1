using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Surveys;
using DiemSang.Modules.Surveys.Keeping;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Surveys;

public sealed class AddPointModel(SurveyList surveys, DiemSangDbContext db, IStringLocalizer texts) : PageModel
{
    [BindProperty]
    public PointInput Input { get; set; } = new();

    public OpenedSurvey Opened { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        Opened = (await surveys.FindAsync(HttpContext.Actor(), id, cancel))!;
        return Opened is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        var page = await OnGetAsync(id, cancel);
        if (Opened is null || !ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return page;
        }

        var point = new CollectionPoint(Opened.Survey, Input.Kind!.Value, Input.Name!);
        db.Add(point);
        await db.SaveAsync(HttpContext.Actor().To("surveys.add-point"), cancel);
        this.Say(texts["Đã thêm. In áp phích dưới đây."]);
        return Redirect($"/surveys/points/{point.Id}");
    }

    public sealed class PointInput
    {
        [Display(Name = "Loại"), Required(ErrorMessage = "Chọn loại điểm thu phiếu.")]
        public PointKind? Kind { get; set; }

        [Display(Name = "Tên"), Required(ErrorMessage = "Nhập tên điểm thu phiếu."), StringLength(CollectionPoint.NameMaxLength, ErrorMessage = "Tên dài tối đa 200 ký tự.")]
        public string? Name { get; set; }
    }
}
