using DiemSang.Modules.Plans.Exporting;
using DiemSang.Modules.Shared.Files;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Plans.Export;

/// <summary>The plan as a document with its seven-column appendix.</summary>
public sealed class IndexModel(PlanPrinter printer) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) =>
        await printer.PrintAsync(HttpContext.Actor(), id, cancel) is { } printed ? File(printed.Content, MediaTypes.Docx, printed.FileName) : NotFound();
}
