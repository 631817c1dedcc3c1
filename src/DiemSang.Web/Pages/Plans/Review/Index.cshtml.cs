using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Review;

/// <summary>A draft beside the document it was read from: each row points to its place, each place to its row.</summary>
public sealed class IndexModel(PlanReview plans, RowEditor editor, IStringLocalizer texts) : PageModel
{
    public ReviewedPlan Review { get; private set; } = null!;

    /// <summary>Null for a plan that was typed in.</summary>
    public SourceView? Source { get; private set; }
    public IReadOnlyList<PlanRow> Rows { get; private set; } = [];

    /// <summary>"problems": only rows that ask for something.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Only { get; set; }

    [BindProperty(SupportsGet = true, Name = "index")]
    public string? IndexCode { get; set; }

    public int RowsWithProblems => Review.Rows.Count(HasProblem);
    public int Unplaced => Review.Rows.SelectMany(row => row.Parties).Where(party => !party.IsPlaced).Select(party => party.PrintedName).Distinct().Count();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var actor = HttpContext.Actor();
        Review = (await plans.FindAsync(actor, id, cancel))!;
        if (Review is null || !actor.MayEdit(Review.Plan))
        {
            return NotFound();
        }

        if (Review.Plan.State != PlanState.Draft)
        {
            return Redirect(PlanLinks.Plan(id));
        }

        Rows = [.. Review.Rows.Where(row => (Only is null || HasProblem(row)) && (IndexCode is null || row.IndexCode == IndexCode))];
        if (Review.Import is { } import && await plans.SourceAsync(actor, import.ImportId, cancel) is { } document)
        {
            Source = SourceView.Whole(document, Review.Rows, id, import.HasPages ? import.ImportId : null);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostRestoreAsync(Guid id, Guid rowId, int version, CancellationToken cancel)
    {
        var restored = await editor.RestoreAsync(HttpContext.Actor(), id, rowId, version, cancel);
        return this.After(restored.Status, id, PlanLinks.ReviewAt(id, rowId), texts["Đã lấy lại dòng."], texts);
    }

    private bool HasProblem(PlanRow row) => Review.RowWarnings[row.Id].Any(warning => warning.Severity != "note");
}
