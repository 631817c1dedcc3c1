using DiemSang.Modules.Plans;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Plans;

/// <summary>The organisation's plans and the files that are not plans yet.</summary>
public sealed class IndexModel(PlanSearch search) : PageModel
{
    public bool MayEdit { get; private set; }
    public IReadOnlyList<PlanLine> Plans { get; private set; } = [];
    public IReadOnlyList<ImportLine> Imports { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var actor = HttpContext.Actor();
        MayEdit = actor.MayEditPlans();
        Plans = await search.ListAsync(actor, cancel);
        Imports = MayEdit ? await search.OpenImportsAsync(actor, cancel) : [];
    }
}
