using System.Security.Cryptography;
using DiemSang.Modules.Access;
using DiemSang.Modules.Evidence;
using DiemSang.Modules.Shared.Files;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Infrastructure.Uploads;

/// <summary>Files of forms whose model is called <c>Input</c>: taken in for the library of proofs, and kept while the form is corrected.</summary>
public sealed class FormFiles(EvidenceFiles files, IDataProtectionProvider protection, IStringLocalizer texts)
{
    /// <summary>The file chosen now, else the one kept; a refused or lost one is an error at its field.</summary>
    public async Task<StoredFile?> TakeInAsync(PageModel page, UploadInput input, CancellationToken cancel)
    {
        var actor = page.HttpContext.Actor();
        if (input.Upload is null)
        {
            return input.KeptFile is not null ? await FindKeptAsync(page, input, cancel) : null;
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
            var actor = page.HttpContext.Actor();
            await files.KeepAsync(actor, cancel);
            input.KeptFileName = input.Upload?.FileName ?? input.KeptFileName ?? file.Name;
            input.KeptFile = ReceiptsOf(actor).Protect(file.Id.ToString());
            page.ModelState.Remove("Input.KeptFile");
            page.ModelState.Remove("Input.KeptFileName");
        }

        page.Response.StatusCode = StatusCodes.Status400BadRequest;
        return page.Page();
    }

    private async Task<StoredFile?> FindKeptAsync(PageModel page, UploadInput input, CancellationToken cancel)
    {
        var actor = page.HttpContext.Actor();
        try
        {
            return await files.FindKeptAsync(actor, Guid.Parse(ReceiptsOf(actor).Unprotect(input.KeptFile!)), cancel);
        }
        catch (CryptographicException)
        {
            input.KeptFile = null;
            page.ModelState.Remove("Input.KeptFile");
            page.ModelState.AddModelError("Input.Upload", texts["Tệp đã gửi không còn đọc được. Hãy chọn lại tệp."]);
            return null;
        }
    }

    /// <summary>Says that this person sent the file: the row of the file names only who sent the same content first.</summary>
    private IDataProtector ReceiptsOf(Actor actor) => protection.CreateProtector("kept file", actor.OrganisationId.ToString(), actor.PersonId.ToString());
}
