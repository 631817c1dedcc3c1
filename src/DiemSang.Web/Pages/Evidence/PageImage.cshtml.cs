using DiemSang.Modules.Evidence.Keeping;
using DiemSang.Modules.Shared.Files;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Evidence;

/// <summary>One page of a proof's file, drawn anew: the file itself never reaches the page, and the picture may run nothing.</summary>
public sealed class PageImageModel(EvidenceReader reader, FilePictures pictures) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, int number, CancellationToken cancel)
    {
        var item = await reader.FindAsync(HttpContext.Actor(), id, cancel);
        if (item is null || await reader.FileAsync(item, cancel) is not { } file || await pictures.DrawAsync(file, number, cancel) is not { } picture)
        {
            return NotFound();
        }

        Response.ForbidEverything();
        Response.Headers.CacheControl = "private, max-age=3600";
        return File(picture, FilePictures.MediaType);
    }
}
