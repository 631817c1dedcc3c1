using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Plans.Review;

/// <summary>What the page of a new row and that of an edited one have in common: the plan, its units, and the form.</summary>
public abstract class RowPage(PlanReview plans) : PageModel
{
    public ReviewedPlan Review { get; private set; } = null!;

    [BindProperty]
    public RowInput Input { get; set; } = new();

    /// <summary>Names to choose from while typing a body.</summary>
    public IEnumerable<string> UnitNames => Review.Units.Values.Where(unit => unit.ClosedOn is null).OrderBy(unit => unit.SortOrder).Select(unit => unit.Name).Append("Các cơ quan, đơn vị liên quan");

    /// <summary>What the typed deadline is understood as: asked again by htmx as the person types, else what stands in the form.</summary>
    public RowDeadline UnderstoodDeadline => RowEditor.UnderstandDeadline(Request.Query["Input.DeadlineText"].FirstOrDefault() ?? Input.DeadlineText, Review.Plan);

    /// <returns>What to answer instead of the page; null when the draft may be edited.</returns>
    protected async Task<IActionResult?> FindPlanAsync(Guid id, CancellationToken cancel)
    {
        Actor actor = HttpContext.Actor();
        Review = (await plans.FindAsync(actor, id, cancel))!;
        return Review is null || !actor.MayEditPlans() ? NotFound() : Review.Plan.State == PlanState.Draft ? null : Redirect(PlanLinks.Plan(id));
    }
}
