using DiemSang.Modules.Plans.Importing;
using DiemSang.Modules.Shared.Files;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Plans.Import;

/// <summary>One page of the imported document as an image. Content never changes under an address, so the browser may keep it for an hour.</summary>
public sealed class PageImageModel(PageImages images) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, int number, CancellationToken cancel)
    {
        if (await images.FindAsync(HttpContext.Actor(), id, number, cancel) is not { } picture)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = "private, max-age=3600";
        return File(picture, FilePictures.MediaType);
    }
}
