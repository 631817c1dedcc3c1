using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;

namespace DiemSang.Web.Pages.Plans.Review;

/// <summary>What the page of a new row and that of an edited one have in common: a draft that may be edited, its units, and the form.</summary>
public abstract class RowPage(PlanReview plans) : RowFormPage
{
    /// <returns>What to answer instead of the page; null when the draft may be edited.</returns>
    protected async Task<IActionResult?> FindPlanAsync(Guid id, CancellationToken cancel)
    {
        Actor actor = HttpContext.Actor();
        Review = (await plans.FindAsync(actor, id, cancel))!;
        return Review is null || !actor.MayEdit(Review.Plan) ? NotFound() : Review.Plan.State == PlanState.Draft ? null : Redirect(PlanLinks.Plan(id));
    }
}
