using DiemSang.Modules.Shared;
using DiemSang.Modules.Surveys.Outside;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Surveys.Outside;

/// <summary>Surveys that others run here and the commune supports.</summary>
public sealed class IndexModel(OutsideSurveyList surveys, TimeProvider clock) : PageModel
{
    public bool MayPlan => HttpContext.Actor().MayPlanSupport();
    public DateOnly Today => clock.Today();
    public IReadOnlyList<OutsideLine> Surveys { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Surveys = await surveys.AllAsync(HttpContext.Actor(), cancel);
}
