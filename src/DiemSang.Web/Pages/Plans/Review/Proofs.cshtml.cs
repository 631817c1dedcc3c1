using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Review;

/// <summary>Says of every row at once whether "done" needs a file or a document number; what its result says is ticked beforehand.</summary>
public sealed class ProofsModel(PlanReview plans, RowEditor editor, IStringLocalizer texts) : DraftPage(plans)
{
    /// <summary>Rows that are to be proved.</summary>
    [BindProperty]
    public List<Guid> Proved { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await FindPlanAsync(id, cancel) is { } refusal)
        {
            return refusal;
        }

        Version = Plan.Version;
        Proved = [.. Review.Rows.Where(row => row.IsToBeProved).Select(row => row.Id)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await FindPlanAsync(id, cancel) is { } refusal)
        {
            return refusal;
        }

        var status = await editor.DemandProofsAsync(HttpContext.Actor(), id, Version, Proved, cancel);
        return status == EditStatus.Conflict
            ? await ShowTheirsAsync(id, cancel)
            : this.After(status, id, PlanLinks.Review(id), texts["{0} dòng cần tài liệu khi hoàn thành.", Proved.Count], texts);
    }
}
