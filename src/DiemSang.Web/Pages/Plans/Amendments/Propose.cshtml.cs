using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Amending;
using DiemSang.Modules.Plans.Issuing;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using DiemSang.Web.Pages.Plans.Review;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Amendments;

/// <summary>The form of a row, filled with what the issued plan says: what is sent is the difference. Without a row it asks for a new one.</summary>
public sealed class ProposeModel(PlanReview plans, RowProposer proposer, AmendmentReading reading, IStringLocalizer texts) : RowFormPage
{
    /// <summary>The row in force; null for a new one.</summary>
    public PlanRow? Row { get; private set; }
    public RowClarity? Unclear { get; private set; }

    /// <summary>An amendment changed the row after the form was opened.</summary>
    public bool HasMovedOn { get; private set; }

    /// <summary>The row the person has read.</summary>
    [BindProperty]
    public Guid? SeenRow { get; set; }

    [BindProperty, Display(Name = "Đặt sau dòng")]
    public Guid? After { get; set; }

    [BindProperty, Display(Name = "Lý do đề xuất"), DataType(DataType.MultilineText), Required(ErrorMessage = "Ghi lý do đề xuất."), StringLength(Amendment.ReasonMaxLength, ErrorMessage = "Lý do dài tối đa 1.000 ký tự.")]
    public string? Reason { get; set; }

    public IReadOnlyList<SelectListItem> Places =>
        [new(texts["Cuối kế hoạch"], ""), .. Review.Rows.Select(row => new SelectListItem($"{WorkWords.IndexName(row.IndexCode)} {row.Code} {row.Title}", $"{row.Id}"))];

    /// <param name="again">A stale proposal of one's own, to be written anew.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, Guid? rowId, Guid? again, CancellationToken cancel)
    {
        if (await FindAsync(id, rowId, cancel) is { } refusal)
        {
            return refusal;
        }

        SeenRow = Row?.Id;
        Input = Row is null ? new RowInput() : RowInput.From(Row);
        if (again is { } former && await reading.ProposalAsync(HttpContext.Actor(), id, former, cancel) is { Wording: { } wording } proposal)
        {
            Input = RowInput.From(wording);
            Reason = proposal.Reason;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid? rowId, CancellationToken cancel)
    {
        if (await FindAsync(id, rowId, cancel) is { } refusal)
        {
            return refusal;
        }

        if (!ModelState.IsValid)
        {
            return this.AskAgain();
        }

        var kind = rowId is null ? ProposalKind.Add : ProposalKind.Change;
        var proposed = await proposer.ProposeAsync(HttpContext.Actor(), id, new ProposedRow(kind, rowId is null ? After : SeenRow, Input.ToText(), Reason!), cancel);
        return Answer(id, proposed);
    }

    private IActionResult Answer(Guid id, Proposed proposed)
    {
        switch (proposed.Outcome)
        {
            case AmendOutcome.Done:
                this.Say(texts["Đã gửi đề xuất. Cán bộ đầu mối sẽ tổng hợp và trả lời."]);
                return Redirect(PlanLinks.Amendments(id) + $"#proposal-{proposed.ProposalId}");
            case AmendOutcome.Stale:
                HasMovedOn = true;
                ModelState.Remove(nameof(SeenRow));
                SeenRow = Row?.Id;
                return this.ShowBoth();
            case AmendOutcome.NotFound:
                return NotFound();
            default:
                Unclear = proposed.Unclear;
                ModelState.AddModelError("", texts.Refusal(proposed.Outcome));
                return this.AskAgain();
        }
    }

    private async Task<IActionResult?> FindAsync(Guid id, Guid? rowId, CancellationToken cancel)
    {
        var actor = HttpContext.Actor();
        if (!actor.MayProposeAmendments())
        {
            return Forbid();
        }

        Review = (await plans.FindAsync(actor, id, cancel))!;
        Row = rowId is { } wanted ? await proposer.CurrentAsync(actor, id, wanted, cancel) : null;
        return Review is not { Plan.State: PlanState.Issued } || (rowId is not null && Row is null) ? NotFound() : null;
    }
}
