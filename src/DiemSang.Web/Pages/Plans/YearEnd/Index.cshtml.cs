using DiemSang.Modules.Plans.YearEnd;
using DiemSang.Modules.Shared;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.YearEnd;

/// <summary>Per unit and per person what a year of plan work amounts to; everybody sees their own, heads their units', leaders all.</summary>
public sealed class IndexModel(YearEndReading reading, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public YearQuery Query { get; set; } = new();

    public YearEndRecord Record { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Years =>
        [.. Enumerable.Range(0, YearQuery.YearsBack + 1).Select(back => $"{clock.Today().Year - back}").Select(year => new SelectListItem(year, year, year == $"{Record.Year}"))];

    public IReadOnlyList<SelectListItem> Plans => [new(texts["Mọi kế hoạch"], ""), .. Record.Plans.Select(plan => new SelectListItem(plan.Name, $"{plan.Id}"))];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Record = await reading.FindAsync(HttpContext.Actor(), Query.YearOn(clock), Query.Plan, cancel);
        Query.Year = Record.Year;
    }
}
