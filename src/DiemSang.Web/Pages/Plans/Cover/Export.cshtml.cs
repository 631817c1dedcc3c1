using DiemSang.Documents.Writing.Sheets;
using DiemSang.Modules.Plans.Covering;
using DiemSang.Web.Infrastructure.Security;
using DiemSang.Web.Pages.Snapshots;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Plans.Cover;

/// <summary>The cover check as a workbook.</summary>
public sealed class ExportModel(CoverReading reading) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await reading.FindAsync(HttpContext.Actor(), id, cancel) is { } cover
            ? this.Download("doi-chieu-ke-hoach.xlsx", output => XlsxWriter.Write(output, CoverSheet.Of(cover)))
            : NotFound();
}
