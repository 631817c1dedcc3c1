using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Reminders;
using DiemSang.Modules.Reminders.Asking;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Reminders.Urge;

/// <summary>Đôn đốc: one sentence to whoever does the work, now. A partner is asked, not urged.</summary>
public sealed class IndexModel(Urging urging, IStringLocalizer texts) : PageModel
{
    public OpenWork Work { get; private set; } = null!;
    public string Verb => Work.IsOfPartner ? texts["Gửi đề nghị"] : texts["Đôn đốc"];

    [BindProperty]
    public UrgeInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid occurrence, CancellationToken cancel) => await FindAsync(occurrence, cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid occurrence, CancellationToken cancel)
    {
        if (await FindAsync(occurrence, cancel) is { } refusal)
        {
            return refusal;
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var result = await urging.UrgeAsync(HttpContext.Actor(), occurrence, Input.Note, cancel);
        if (result.Outcome != UrgeOutcome.Urged)
        {
            ModelState.AddModelError("", Refusal(result.Outcome));
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        this.Say(texts["Đã gửi cho {0}.", string.Join(", ", result.People)]);
        return Redirect($"/plans/tasks/{Work.TaskId}");
    }

    private string Refusal(UrgeOutcome outcome) => outcome == UrgeOutcome.UrgedToday
        ? texts["Hôm nay việc này đã được đôn đốc. Xem sổ nhắc việc, hoặc chờ đến ngày mai."]
        : texts["Đơn vị này chưa có người nào để gửi. Hãy ghi thủ trưởng hoặc người thực hiện trước."];

    private async Task<IActionResult?> FindAsync(Guid occurrence, CancellationToken cancel)
    {
        Work = (await urging.FindAsync(HttpContext.Actor(), occurrence, cancel))!;
        return Work is null ? await AnsweredAsync(occurrence, cancel) : HttpContext.Actor().MayUrge(Work.UnitId) ? null : Forbid();
    }

    /// <summary>A letter or a page opened earlier still asks to urge; the answer came meanwhile.</summary>
    private async Task<IActionResult> AnsweredAsync(Guid occurrence, CancellationToken cancel)
    {
        if (await urging.AnsweredAsync(HttpContext.Actor(), occurrence, cancel) is not { } task)
        {
            return NotFound();
        }

        this.Say(texts["Việc này đã được báo cáo, không cần đôn đốc nữa."]);
        return Redirect($"/plans/tasks/{task}");
    }

    public sealed class UrgeInput
    {
        [Display(Name = "Lời nhắn"), DataType(DataType.MultilineText), StringLength(Notification.NoteMaxLength, ErrorMessage = "Lời nhắn dài tối đa 500 ký tự.")]
        public string? Note { get; set; }
    }
}
