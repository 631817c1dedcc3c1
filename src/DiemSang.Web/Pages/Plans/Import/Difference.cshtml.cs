using DiemSang.Modules.Plans.Importing;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Import;

/// <summary>A corrected file beside its plan, row by row and field by field; the person ticks what is taken.</summary>
public sealed class DifferenceModel(PlanCorrection correction, IStringLocalizer texts) : PageModel
{
    public ComparedPlan Compared { get; private set; } = null!;

    /// <summary>The plan was edited after the difference had been shown.</summary>
    public bool HasMovedOn { get; private set; }

    [BindProperty]
    public string Stamp { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await FindAsync(id, cancel) ? Page() : Redirect(PlanLinks.Reading(id));

    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] List<string> taken, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        var plan = Compared.Plan.Id;
        var status = await correction.ApplyAsync(HttpContext.Actor(), id, Stamp, taken.ToHashSet(), cancel);
        if (status != EditStatus.Conflict)
        {
            return this.After(status, plan, PlanLinks.Review(plan), texts["Đã nhận {0} thay đổi từ bản sửa.", taken.Count], texts);
        }

        ModelState.Clear();
        HasMovedOn = true;
        return this.ShowBoth();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        Compared = (await correction.CompareAsync(HttpContext.Actor(), id, cancel))!;
        return Compared is not null;
    }
}
