using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Requests;
using DiemSang.Modules.Plans.Working;
using DiemSang.Modules.Shared;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Requests;

/// <summary>A leader asks a lead unit to explain, or a lead unit asks a co-operating one to contribute, by a day.</summary>
public sealed class NewModel(TaskReader tasks, RequestDesk requests, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    /// <summary>Days given when nobody says otherwise.</summary>
    private const int UsualDays = 7;

    public TaskRecord Record { get; private set; } = null!;

    [BindProperty(SupportsGet = true, Name = "unit")]
    public Guid Unit { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public RequestKind Kind { get; set; }

    [BindProperty]
    public RequestInput Input { get; set; } = new();

    public string Heading => Kind == RequestKind.Explanation
        ? texts["Yêu cầu {0} giải trình", Record.UnitName(Unit)]
        : texts["Đề nghị {0} phối hợp", Record.UnitName(Unit)];

    public async Task<IActionResult> OnGetAsync(Guid task, CancellationToken cancel)
    {
        if (await FindAsync(task, cancel) is { } refusal)
        {
            return refusal;
        }

        Input.DueOn = clock.Today().AddDays(UsualDays);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid task, CancellationToken cancel)
    {
        if (await FindAsync(task, cancel) is { } refusal)
        {
            return refusal;
        }

        var outcome = ModelState.IsValid
            ? await requests.AskAsync(HttpContext.Actor(), new RequestOrder(task, Unit, Kind, Input.Text!, Input.DueOn!.Value), cancel)
            : (RequestOutcome?)null;
        if (outcome == RequestOutcome.DayHasPassed)
        {
            ModelState.AddModelError("Input.DueOn", texts["Ngày trả lời không thể trước hôm nay."]);
        }

        if (outcome != RequestOutcome.Done)
        {
            return this.AskAgain();
        }

        this.Say(texts["Đã gửi cho {0}, trả lời trước hết ngày {1}.", Record.UnitName(Unit), Input.DueOn!.Value.ToString("dd/MM/yyyy")]);
        return Redirect($"/plans/tasks/{task}");
    }

    private async Task<IActionResult?> FindAsync(Guid task, CancellationToken cancel)
    {
        Record = (await tasks.OpenAsync(HttpContext.Actor(), task, cancel))!;
        if (Record?.Parts.Any(part => part.Assignment.UnitId == Unit) != true)
        {
            return NotFound();
        }

        return HttpContext.Actor().MayAsk(Kind, Unit, [.. Record.Parts.Select(part => part.Assignment)]) ? null : Forbid();
    }

    public sealed class RequestInput
    {
        [Display(Name = "Nội dung cần trả lời"), DataType(DataType.MultilineText), Required(ErrorMessage = "Ghi rõ cần trả lời điều gì."),
         StringLength(UnitRequest.TextMaxLength, ErrorMessage = "Nội dung dài tối đa 2.000 ký tự.")]
        public string? Text { get; set; }

        [Display(Name = "Trả lời trước hết ngày"), Required(ErrorMessage = "Nhập ngày cần trả lời.")]
        public DateOnly? DueOn { get; set; }
    }
}
