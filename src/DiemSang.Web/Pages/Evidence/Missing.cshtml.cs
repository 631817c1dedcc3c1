using DiemSang.Modules.Evidence;
using DiemSang.Modules.Shared;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DiemSang.Web.Pages.Evidence;

/// <summary>What was said to be done and has nothing to show for it, unit by unit.</summary>
public sealed class MissingModel(MissingProofs missing, TimeProvider clock) : PageModel
{
    private const int YearsBack = 5;

    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Year { get; set; }

    public IReadOnlyList<OccurrenceLine> Lines { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Years =>
        [.. Enumerable.Range(0, YearsBack + 1).Select(back => $"{clock.Today().Year - back}").Select(year => new SelectListItem(year, year))];

    public bool MayProve(OccurrenceLine line) => HttpContext.Actor().MayProve(line);

    public async Task OnGetAsync(CancellationToken cancel) => Lines = await missing.FindAsync(HttpContext.Actor(), Year ??= clock.Today().Year, cancel);
}
