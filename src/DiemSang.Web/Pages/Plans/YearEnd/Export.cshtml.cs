using DiemSang.Modules.Plans.YearEnd;
using DiemSang.Web.Infrastructure.Security;
using DiemSang.Web.Pages.Snapshots;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Plans.YearEnd;

/// <summary>The year's record as a workbook, for whoever sees it on the page.</summary>
public sealed class ExportModel(YearEndReading reading, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public YearQuery Query { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var record = await reading.FindAsync(HttpContext.Actor(), Query.YearOn(clock), Query.Plan, cancel);
        return this.Download($"ket-qua-nam-{record.Year}.xlsx", output => YearPapers.WriteXlsx(record, User.OrganisationNameOf() ?? "", output));
    }
}
