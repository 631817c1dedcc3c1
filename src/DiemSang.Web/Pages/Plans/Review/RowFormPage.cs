using DiemSang.Core.Planning;
using DiemSang.Modules.Plans.Reviewing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Plans.Review;

/// <summary>A page with the form of a row: of a draft that is corrected, or of an issued plan that somebody wants amended.</summary>
public abstract class RowFormPage : PageModel
{
    public ReviewedPlan Review { get; protected set; } = null!;

    [BindProperty]
    public RowInput Input { get; set; } = new();

    /// <summary>Names to choose from while typing a body.</summary>
    public IEnumerable<string> UnitNames => Review.Units.Values.Where(unit => unit.ClosedOn is null).OrderBy(unit => unit.SortOrder).Select(unit => unit.Name).Append("Các cơ quan, đơn vị liên quan");

    /// <summary>What the typed deadline is understood as: asked again by htmx as the person types, else what stands in the form.</summary>
    public RowDeadline UnderstoodDeadline => RowEditor.UnderstandDeadline(Request.Query["Input.DeadlineText"].FirstOrDefault() ?? Input.DeadlineText, Review.Plan);
}
