using DiemSang.Modules.Evidence.Keeping;
using DiemSang.Modules.Shared.Files;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Evidence;

/// <summary>The file of a proof as it was put in: always a download, of the type found in its content, never shown inside our pages.</summary>
public sealed class FileModel(EvidenceReader reader, FileStore files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var item = await reader.FindAsync(HttpContext.Actor(), id, cancel);
        if (item is null || await reader.FileAsync(item, cancel) is not { } file)
        {
            return NotFound();
        }

        Response.ForbidEverything();
        return File(files.Open(file), file.MediaType, file.Name);
    }
}
