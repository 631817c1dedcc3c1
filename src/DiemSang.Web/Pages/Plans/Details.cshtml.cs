using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Amending;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Plans;

/// <summary>A plan to be read, with every part of the document.</summary>
public sealed class PlanModel(PlanReview plans, PlanEditions editions) : PageModel
{
    public ReviewedPlan Review { get; private set; } = null!;
    public IReadOnlyList<PlanEdition> Editions { get; private set; } = [];
    public bool MayPropose => Review.Plan.State == PlanState.Issued && HttpContext.Actor().MayProposeAmendments();
    public bool MayEdit => HttpContext.Actor().MayEditPlans();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        Review = (await plans.FindAsync(HttpContext.Actor(), id, cancel))!;
        if (Review is null)
        {
            return NotFound();
        }

        Editions = await editions.ListAsync(Review.Plan, cancel);
        return Page();
    }
}
