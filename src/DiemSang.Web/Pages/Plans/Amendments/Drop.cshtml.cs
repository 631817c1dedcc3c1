using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Amending;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Amendments;

/// <summary>Asks for a row to be dropped from an issued plan.</summary>
public sealed class DropModel(RowProposer proposer, IStringLocalizer texts) : PageModel
{
    public PlanRow Row { get; private set; } = null!;

    [BindProperty, Display(Name = "Lý do đề xuất"), DataType(DataType.MultilineText), Required(ErrorMessage = "Ghi lý do đề xuất."), StringLength(Amendment.ReasonMaxLength, ErrorMessage = "Lý do dài tối đa 1.000 ký tự.")]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid rowId, CancellationToken cancel) => await FindAsync(id, rowId, cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid rowId, CancellationToken cancel)
    {
        if (await FindAsync(id, rowId, cancel) is { } refusal)
        {
            return refusal;
        }

        if (!ModelState.IsValid)
        {
            return this.AskAgain();
        }

        var proposed = await proposer.ProposeAsync(HttpContext.Actor(), id, new ProposedRow(ProposalKind.Drop, Row.Id, null, Reason!), cancel);
        this.Say(proposed.Outcome == AmendOutcome.Done ? texts["Đã gửi đề xuất. Cán bộ đầu mối sẽ tổng hợp và trả lời."] : texts.Refusal(proposed.Outcome));
        return Redirect(PlanLinks.Amendments(id));
    }

    private async Task<IActionResult?> FindAsync(Guid id, Guid rowId, CancellationToken cancel)
    {
        if (!HttpContext.Actor().MayProposeAmendments())
        {
            return Forbid();
        }

        Row = (await proposer.CurrentAsync(HttpContext.Actor(), id, rowId, cancel))!;
        return Row is null ? NotFound() : null;
    }
}
