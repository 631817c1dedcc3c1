using DiemSang.Modules.Plans.Amending;
using DiemSang.Modules.Shared.Files;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Plans.Amendments;

/// <summary>The decision as a document, with its changes in an appendix.</summary>
public sealed class DecisionModel(AmendmentPrinter printer) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid amendmentId, CancellationToken cancel) =>
        await printer.PrintAsync(HttpContext.Actor(), id, amendmentId, cancel) is { } printed ? File(printed.Content, MediaTypes.Docx, printed.FileName) : NotFound();
}
