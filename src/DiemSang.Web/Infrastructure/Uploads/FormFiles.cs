using DiemSang.Modules.Evidence;
using DiemSang.Modules.Shared.Files;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Infrastructure.Uploads;

/// <summary>Files of forms whose model is called <c>Input</c>: taken in for the library of proofs, and kept while the form is corrected.</summary>
public sealed class FormFiles(EvidenceFiles files, IStringLocalizer texts)
{
    /// <summary>The file chosen now, else the one kept; a refused one is an error at its field.</summary>
    public async Task<StoredFile?> TakeInAsync(PageModel page, UploadInput input, CancellationToken cancel)
    {
        var actor = page.HttpContext.Actor();
        if (input.Upload is null)
        {
            return input.KeptFile is { } kept ? await files.FindKeptAsync(actor, kept, cancel) : null;
        }

        await using var content = input.Upload.OpenReadStream();
        var (file, refusal) = await files.TakeInAsync(actor, content, input.Upload.FileName, cancel);
        if (refusal is not null)
        {
            page.ModelState.AddModelError("Input.Upload", texts[refusal]);
        }

        return file;
    }

    /// <summary>The same form with what is wrong; nobody chooses the file a second time.</summary>
    public async Task<PageResult> AskAgainAsync(PageModel page, UploadInput input, StoredFile? file, CancellationToken cancel)
    {
        if (file is not null)
        {
            await files.KeepAsync(page.HttpContext.Actor(), cancel);
            (input.KeptFile, input.KeptFileName) = (file.Id, file.Name);
            page.ModelState.Remove("Input.KeptFile");
            page.ModelState.Remove("Input.KeptFileName");
        }

        page.Response.StatusCode = StatusCodes.Status400BadRequest;
        return page.Page();
    }
}
