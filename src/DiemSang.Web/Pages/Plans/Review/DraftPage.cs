using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Plans.Review;

/// <summary>A page that edits one part of a draft.</summary>
public abstract class DraftPage(PlanReview plans) : PageModel
{
    public ReviewedPlan Review { get; private set; } = null!;
    public Plan Plan => Review.Plan;

    /// <summary>Somebody else saved this part after it was shown here; the form keeps what the person typed.</summary>
    public bool HasMovedOn { get; private set; }

    /// <summary>The version of the plan that the person saw.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <returns>What to answer instead of the page; null when the draft may be edited.</returns>
    protected async Task<IActionResult?> FindPlanAsync(Guid id, CancellationToken cancel)
    {
        var actor = HttpContext.Actor();
        Review = (await plans.FindAsync(actor, id, cancel))!;
        return Review is null || !actor.MayEdit(Review.Plan) ? NotFound() : Plan.State == PlanState.Draft ? null : Redirect(PlanLinks.Plan(id));
    }

    /// <summary>What was typed stays in the form, now on top of the version that won.</summary>
    protected async Task<IActionResult> ShowTheirsAsync(Guid id, CancellationToken cancel)
    {
        if (await FindPlanAsync(id, cancel) is { } gone)
        {
            return gone;
        }

        HasMovedOn = true;
        ModelState.Remove(nameof(Version));
        Version = Plan.Version;
        return this.ShowBoth();
    }
}
