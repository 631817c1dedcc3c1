using DiemSang.Documents.Reading;
using DiemSang.Documents.Reading.Pages;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Shared.Files;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Importing;

/// <param name="MediaType">image/png or image/jpeg.</param>
public sealed record PageImage(Stream Content, string MediaType);

/// <summary>The page of a scan or PDF as an image, to compare what was read with what is printed; the browser never gets the PDF itself.</summary>
public sealed class PageImages(DiemSangDbContext db, FileStore files)
{
    /// <summary>Drawing costs a second of a processor: two at a time, whoever asks.</summary>
    private static readonly SemaphoreSlim Drawing = new(2);

    public static bool CanShow(string mediaType) => mediaType is MediaTypes.Pdf or MediaTypes.Tiff or MediaTypes.Png or MediaTypes.Jpeg;

    /// <param name="page">From 1.</param>
    /// <returns>Null when there is no such import for this person, or no such page.</returns>
    public async Task<PageImage?> FindAsync(Actor actor, Guid importId, int page, CancellationToken cancel = default)
    {
        var file = await db.PlanImports.AsNoTracking()
            .Where(import => import.OrganisationId == actor.OrganisationId && import.Id == importId && actor.MayEditPlans())
            .Join(db.StoredFiles, import => new { import.OrganisationId, Id = import.FileId }, stored => new { stored.OrganisationId, stored.Id }, (import, stored) => stored)
            .SingleOrDefaultAsync(cancel);
        return file?.MediaType switch
        {
            MediaTypes.Png or MediaTypes.Jpeg => new PageImage(files.Open(file), file.MediaType),
            MediaTypes.Pdf or MediaTypes.Tiff when page >= 1 => await DrawAsync(file, page, cancel),
            _ => null,
        };
    }

    private async Task<PageImage?> DrawAsync(StoredFile file, int page, CancellationToken cancel)
    {
        await Drawing.WaitAsync(cancel);
        try
        {
            await using var content = files.Open(file);
            var picture = await Task.Run(() => PagePictures.Draw(content, page, cancel), cancel);
            return picture is null ? null : new PageImage(new MemoryStream(picture), MediaTypes.Jpeg);
        }
        catch (UnreadableDocumentException)
        {
            return null;
        }
        finally
        {
            Drawing.Release();
        }
    }
}
