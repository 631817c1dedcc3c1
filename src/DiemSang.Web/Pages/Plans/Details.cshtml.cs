using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Aiming;
using DiemSang.Modules.Plans.Amending;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Plans;

/// <summary>A plan to be read, with every part of the document.</summary>
public sealed class PlanModel(PlanReview plans, PlanEditions editions, ContentAims aims) : PageModel
{
    public ReviewedPlan Review { get; private set; } = null!;
    public IReadOnlyList<PlanEdition> Editions { get; private set; } = [];
    public IReadOnlyDictionary<(string IndexCode, string Content), Aim> Aims { get; private set; } = new Dictionary<(string, string), Aim>();
    public bool MayPropose => Review.Plan.State == PlanState.Issued && HttpContext.Actor().MayProposeAmendments();
    public bool MayDerive => Review.Plan.State == PlanState.Issued && HttpContext.Actor().MayDerivePlans();
    public bool MayEdit => HttpContext.Actor().MayEdit(Review.Plan);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        Review = (await plans.FindAsync(HttpContext.Actor(), id, cancel))!;
        if (Review is null)
        {
            return NotFound();
        }

        Aims = (await aims.ListAsync(Review.Plan, Review.Rows, cancel)).Where(content => content.Aim is not null).ToDictionary(content => (content.IndexCode, content.Content), content => content.Aim!.Value);
        Editions = await editions.ListAsync(Review.Plan, cancel);
        return Page();
    }
}
