using System.Diagnostics;
using System.Globalization;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Shared.Files;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Importing;

/// <param name="MediaType">image/png or image/jpeg.</param>
public sealed record PageImage(Stream Content, string MediaType);

/// <summary>
/// The page of a scan or PDF as an image, to compare what was read with what is printed. Drawn by poppler's pdftoppm, a page at a time,
/// within a bound of size and time; the browser never gets the PDF itself.
/// </summary>
public sealed class PageImages(DiemSangDbContext db, FileStore files)
{
    private const int LongSidePixels = 1600;
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(20);
    private static readonly SemaphoreSlim Drawing = new(2);

    public static bool CanShow(string mediaType) => mediaType is MediaTypes.Pdf or MediaTypes.Png or MediaTypes.Jpeg;

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
            MediaTypes.Pdf when page >= 1 => await DrawAsync(file, page, cancel),
            _ => null,
        };
    }

    private async Task<PageImage?> DrawAsync(StoredFile file, int page, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(TimeLimit);
        await Drawing.WaitAsync(limit.Token);
        try
        {
            return await DrawAsync(file, page.ToString(CultureInfo.InvariantCulture), limit.Token);
        }
        finally
        {
            Drawing.Release();
        }
    }

    private async Task<PageImage?> DrawAsync(StoredFile file, string page, CancellationToken cancel)
    {
        string[] arguments = ["-f", page, "-l", page, "-singlefile", "-scale-to", LongSidePixels.ToString(CultureInfo.InvariantCulture), "-jpeg", "-"];
        using var process = Process.Start(new ProcessStartInfo("pdftoppm", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            var image = new MemoryStream();
            var drawn = process.StandardOutput.BaseStream.CopyToAsync(image, cancel);
            var complaints = process.StandardError.ReadToEndAsync(cancel);
            await FeedAsync(file, process, cancel);
            await Task.WhenAll(drawn, complaints);
            image.Position = 0;
            return image.Length > 0 ? new PageImage(image, MediaTypes.Jpeg) : null;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    /// <summary>pdftoppm may stop reading early (no such page); that is not our failure.</summary>
    private async Task FeedAsync(StoredFile file, Process process, CancellationToken cancel)
    {
        try
        {
            await using var content = files.Open(file);
            await content.CopyToAsync(process.StandardInput.BaseStream, cancel);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            return;
        }
    }
}
