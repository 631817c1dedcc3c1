using DiemSang.Modules.Plans.Working;
using DiemSang.Modules.Shared.Files;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Plans.Tasks;

/// <summary>A file attached to an update: always a download, of the type found in its content, never shown inside our pages.</summary>
public sealed class FileModel(TaskReader tasks, FileStore files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid fileId, CancellationToken cancel) =>
        await tasks.FileAsync(HttpContext.Actor(), id, fileId, cancel) is { } file ? File(files.Open(file), file.MediaType, file.Name) : NotFound();
}
