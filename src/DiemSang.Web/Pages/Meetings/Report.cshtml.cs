using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Meetings;
using DiemSang.Modules.Meetings.FollowUp;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Meetings;

/// <summary>The unit or person says how far a conclusion is.</summary>
public sealed class ReportModel(ConclusionList list, DiemSangDbContext db, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    [BindProperty]
    public ReportInput Input { get; set; } = new();

    public ConclusionLine Line { get; private set; } = null!;
    public bool MayReport => HttpContext.Actor().MayReport(Line.Conclusion);

    public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!MayReport)
        {
            return Forbid();
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        Line.Conclusion.Report(Input.Progress!, Input.IsDone, clock.GetUtcNow(), clock.Today());
        await db.SaveAsync(HttpContext.Actor().To("meetings.report"));
        this.Say(texts["Đã gửi báo cáo."]);
        return Redirect("/meetings/conclusions");
    }

    private async Task<bool> FindAsync(Guid id)
    {
        var found = await list.FindAsync(HttpContext.Actor(), id, HttpContext.RequestAborted);
        Line = found!;
        return found is not null;
    }

    public sealed class ReportInput
    {
        [Display(Name = "Kết quả đến nay"), DataType(DataType.MultilineText), Required(ErrorMessage = "Ghi kết quả đến nay."), StringLength(Conclusion.TextMaxLength, ErrorMessage = "Dài tối đa 2.000 ký tự.")]
        public string? Progress { get; set; }

        [Display(Name = "Đã xong")]
        public bool IsDone { get; set; }
    }
}
