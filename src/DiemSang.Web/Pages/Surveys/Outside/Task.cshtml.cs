using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Surveys.Outside;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using DiemSang.Web.Pages.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Surveys.Outside;

/// <summary>One support task: the unit or person says how far it is, the focal official may take it back.</summary>
public sealed class TaskModel(OutsideSurveyList surveys, DiemSangDbContext db, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    [BindProperty]
    public SupportReport Input { get; set; } = new();

    public SupportLine Line { get; private set; } = null!;
    public bool HasMovedOn { get; private set; }
    public bool MayReport => HttpContext.Actor().MayReport(Line.Task);
    public bool MayPlan => HttpContext.Actor().MayPlanSupport();

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        Input = SupportReport.Of(Line.Task);
        return Page();
    }

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

        Line.Task.Report(Input.Progress!, Input.IsDone, clock.Today());
        if (!await db.TrySaveAsync(Line.Task, Input.Version, HttpContext.Actor().To("surveys.report-support")))
        {
            return await FindAsync(id) ? ShowTheirs(Input) : NotFound();
        }

        this.Say(texts["Đã gửi báo cáo."]);
        return Redirect(OutsideLinks.Survey(Line.Task.OutsideSurveyId));
    }

    /// <param name="version">As shown: work that was reported on meanwhile is looked at first.</param>
    public async Task<IActionResult> OnPostRemoveAsync(Guid id, int version)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        if (!MayPlan)
        {
            return Forbid();
        }

        db.Remove(Line.Task);
        if (!await db.TrySaveAsync(Line.Task, version, HttpContext.Actor().To("surveys.remove-support")))
        {
            ModelState.Clear();
            return await FindAsync(id) ? ShowTheirs(SupportReport.Of(Line.Task)) : NotFound();
        }

        this.Say(texts["Đã bỏ việc hỗ trợ."]);
        return Redirect(OutsideLinks.Survey(Line.Task.OutsideSurveyId));
    }

    private PageResult ShowTheirs(SupportReport typed)
    {
        Input = typed;
        HasMovedOn = true;
        ModelState.Remove("Input.Version");
        Input.Version = Line.Task.Version;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> FindAsync(Guid id)
    {
        var found = await surveys.FindTaskAsync(HttpContext.Actor(), id, HttpContext.RequestAborted);
        Line = found!;
        return found is not null;
    }

    public sealed class SupportReport
    {
        [Display(Name = "Kết quả đến nay"), DataType(DataType.MultilineText), Required(ErrorMessage = "Ghi kết quả đến nay."), StringLength(SupportTask.TextMaxLength, ErrorMessage = "Dài tối đa 1.000 ký tự.")]
        public string? Progress { get; set; }

        [Display(Name = "Đã xong")]
        public bool IsDone { get; set; }

        public int Version { get; set; }

        public static SupportReport Of(SupportTask task) => new() { Progress = task.Progress, IsDone = task.IsDone, Version = task.Version };
    }
}
