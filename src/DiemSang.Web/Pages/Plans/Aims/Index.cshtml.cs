using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Aiming;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Aims;

/// <summary>Says of each content whether it is to be kept, improved or raised.</summary>
public sealed class IndexModel(PlanReview plans, ContentAims aims, IStringLocalizer texts) : PageModel
{
    public Plan Plan { get; private set; } = null!;
    public IReadOnlyList<AimedContent> Contents { get; private set; } = [];

    /// <summary>Somebody else chose for one of these contents after the form was shown.</summary>
    public bool HasMovedOn { get; private set; }

    [BindProperty]
    public List<AimInput> Choices { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        var status = await aims.SetAsync(HttpContext.Actor(), id, [.. Choices.Select(choice => new ChosenAim(choice.IndexCode ?? "", choice.Content ?? "", choice.Aim, choice.Version))], cancel);
        if (status != EditStatus.Conflict)
        {
            return this.After(status, id, PlanLinks.Plan(id), texts["Đã lưu."], texts);
        }

        HasMovedOn = true;
        return await FindAsync(id, cancel) ? this.ShowBoth() : NotFound();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await plans.FindAsync(HttpContext.Actor(), id, cancel) is not { } review || !HttpContext.Actor().MayEdit(review.Plan))
        {
            return false;
        }

        Plan = review.Plan;
        Contents = await aims.ListAsync(Plan, review.Rows, cancel);
        return true;
    }

    public sealed class AimInput
    {
        public string? IndexCode { get; set; }
        public string? Content { get; set; }
        public Aim? Aim { get; set; }
        public int Version { get; set; }
    }
}
