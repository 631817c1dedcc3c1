using DiemSang.Modules.Surveys;
using DiemSang.Modules.Surveys.Keeping;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Surveys;

/// <summary>The organisation's surveys and their waves.</summary>
public sealed class IndexModel(SurveyList surveys) : PageModel
{
    public bool MayKeep => HttpContext.Actor().MayKeepSurveys();
    public IReadOnlyList<SurveyLine> Surveys { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Surveys = await surveys.AllAsync(HttpContext.Actor(), cancel);
}
