using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans.Amending;
using DiemSang.Modules.Plans.Issuing;
using DiemSang.Modules.Shared;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Amendments;

/// <summary>One amendment, change by change: handed in by the focal official, decided by the leader.</summary>
public sealed class DetailsModel(AmendmentReading reading, AmendmentRows rows, AmendmentDesk desk, AmendmentApprover approver, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    public AmendmentView View { get; private set; } = null!;
    public IReadOnlyList<WrittenRow> Unclear { get; private set; } = [];
    public Actor Actor => HttpContext.Actor();

    [BindProperty]
    public DecisionInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, Guid amendmentId, CancellationToken cancel)
    {
        Input = new DecisionInput { Symbol = "QĐ-UBND", DecidedOn = clock.Today() };
        return await FindAsync(id, amendmentId, cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid amendmentId, CancellationToken cancel)
    {
        if (!await FindAsync(id, amendmentId, cancel))
        {
            return NotFound();
        }

        if (Input.DecidedOn > clock.Today())
        {
            ModelState.AddModelError("Input.DecidedOn", texts["Ngày quyết định không thể sau hôm nay."]);
        }

        if (!ModelState.IsValid)
        {
            return this.AskAgain();
        }

        var outcome = await approver.ApproveAsync(Actor, amendmentId, Input.Version, new DecisionIdentity(Input.Number!, Input.Symbol!, Input.DecidedOn!.Value), cancel);
        return await AnswerAsync(id, amendmentId, outcome, texts["Đã duyệt. Kế hoạch có bản mới và các nhiệm vụ đã theo bản mới."], cancel);
    }

    public async Task<IActionResult> OnPostSubmitAsync(Guid id, Guid amendmentId, int version, CancellationToken cancel) =>
        await AnswerAsync(id, amendmentId, await desk.SubmitAsync(Actor, amendmentId, version, cancel), texts["Đã trình lãnh đạo duyệt."], cancel);

    public async Task<IActionResult> OnPostReturnAsync(Guid id, Guid amendmentId, int version, string? why, CancellationToken cancel)
    {
        if (!string.IsNullOrWhiteSpace(why) && why.Length <= Amendment.ReasonMaxLength)
        {
            return await AnswerAsync(id, amendmentId, await approver.ReturnAsync(Actor, amendmentId, version, why, cancel), texts["Đã trả lại đầu mối."], cancel);
        }

        ModelState.Clear();
        ModelState.AddModelError("why", texts["Ghi cần sửa gì, tối đa 1.000 ký tự."]);
        return await FindAsync(id, amendmentId, cancel) ? this.AskAgain() : NotFound();
    }

    private async Task<IActionResult> AnswerAsync(Guid id, Guid amendmentId, AmendOutcome outcome, string said, CancellationToken cancel)
    {
        if (outcome == AmendOutcome.Done)
        {
            this.Say(said);
            return Redirect(PlanLinks.Amendment(id, amendmentId));
        }

        ModelState.Clear();
        ModelState.AddModelError("", texts.Refusal(outcome));
        return outcome != AmendOutcome.NotFound && await FindAsync(id, amendmentId, cancel) ? this.ShowBoth() : NotFound();
    }

    private async Task<bool> FindAsync(Guid id, Guid amendmentId, CancellationToken cancel)
    {
        View = (await reading.FindAsync(Actor, id, amendmentId, cancel))!;
        if (View is { Amendment.State: not AmendmentState.Approved })
        {
            Unclear = [.. (await rows.WriteAsync(View.Amendment, clock.Today(), cancel)).Where(row => row.Clarity is { IsClear: false })];
        }

        return View is not null;
    }

    public sealed class DecisionInput
    {
        public int Version { get; set; }

        [Display(Name = "Số quyết định"), Required(ErrorMessage = "Nhập số của quyết định."), StringLength(IssueOrder.NumberMaxLength, ErrorMessage = "Số dài tối đa 20 ký tự.")]
        public string? Number { get; set; }

        [Display(Name = "Ký hiệu"), Required(ErrorMessage = "Nhập ký hiệu, ví dụ QĐ-UBND."), StringLength(IssueOrder.SymbolMaxLength, ErrorMessage = "Ký hiệu dài tối đa 50 ký tự.")]
        public string? Symbol { get; set; }

        [Display(Name = "Ngày quyết định"), Required(ErrorMessage = "Nhập ngày quyết định.")]
        public DateOnly? DecidedOn { get; set; }
    }
}
