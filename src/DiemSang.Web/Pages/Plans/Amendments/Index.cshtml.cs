using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Amending;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Amendments;

/// <summary>What is asked to be changed in an issued plan, what was taken in, and what was decided before.</summary>
public sealed class IndexModel(AmendmentReading reading, AmendmentDesk desk, RowProposer proposer, IStringLocalizer texts) : PageModel
{
    private (Guid Proposal, string? Answer) _typed;

    public AmendmentOverview Overview { get; private set; } = null!;
    public Actor Actor => HttpContext.Actor();

    /// <summary>Takes proposals in or not.</summary>
    public bool MayGather => Actor.MayEditPlans();

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => ShowAsync(id, cancel);

    public async Task<IActionResult> OnPostDecideAsync(Guid id, Guid proposal, int version, string? answer, bool accept, CancellationToken cancel)
    {
        _typed = (proposal, answer);
        if (string.IsNullOrWhiteSpace(answer) || answer.Length > Amendment.ReasonMaxLength)
        {
            ModelState.AddModelError($"answer-{proposal}", texts["Ghi lý do, tối đa 1.000 ký tự: đơn vị đề xuất sẽ đọc."]);
            return await ShowAsync(id, cancel, StatusCodes.Status400BadRequest);
        }

        var outcome = accept
            ? await desk.AcceptAsync(Actor, proposal, version, answer, cancel)
            : await desk.DeclineAsync(Actor, proposal, version, answer, cancel);
        return await AnswerAsync(id, outcome, accept ? texts["Đã đưa đề xuất vào bản sửa đổi."] : texts["Đã ghi: không tiếp nhận đề xuất."], cancel);
    }

    public async Task<IActionResult> OnPostReopenAsync(Guid id, Guid proposal, int version, CancellationToken cancel) =>
        await AnswerAsync(id, await desk.ReopenAsync(Actor, proposal, version, cancel), texts["Đề xuất trở lại danh sách chờ xem xét."], cancel);

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, Guid proposal, CancellationToken cancel) =>
        await AnswerAsync(id, await proposer.WithdrawAsync(Actor, proposal, cancel), texts["Đã rút đề xuất."], cancel);

    /// <summary>What was typed stays when the page has to be shown again.</summary>
    public string? TypedAnswer(Guid proposal) => _typed.Proposal == proposal ? _typed.Answer : null;

    private async Task<IActionResult> AnswerAsync(Guid id, AmendOutcome outcome, string said, CancellationToken cancel)
    {
        if (outcome == AmendOutcome.NotFound)
        {
            return NotFound();
        }

        if (outcome == AmendOutcome.Done)
        {
            this.Say(said);
            return Redirect(PlanLinks.Amendments(id));
        }

        ModelState.Clear();
        ModelState.AddModelError("", texts.Refusal(outcome));
        return await ShowAsync(id, cancel, StatusCodes.Status409Conflict);
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancel, int status = StatusCodes.Status200OK)
    {
        Overview = (await reading.OverviewAsync(Actor, id, cancel))!;
        Response.StatusCode = status;
        return Overview is null ? NotFound() : Page();
    }
}
