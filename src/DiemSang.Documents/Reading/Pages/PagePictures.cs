using System.Globalization;

namespace DiemSang.Documents.Reading.Pages;

/// <summary>A page of a PDF or TIFF as a picture that every browser shows, to compare what was read with what is printed.</summary>
public static class PagePictures
{
    private const int LongSidePixels = 1600;
    private static readonly ReadLimits Limits = ReadLimits.Default with { Timeout = TimeSpan.FromSeconds(20) };

    /// <param name="content">A PDF or TIFF; it is copied to a temporary file and not closed.</param>
    /// <param name="page">From 1.</param>
    /// <returns>A JPEG, or null when there is no such page or it cannot be drawn within the limits.</returns>
    /// <exception cref="UnreadableDocumentException">The file cannot be read; the message says why.</exception>
    public static byte[]? Draw(Stream content, int page, CancellationToken cancellationToken = default)
    {
        using var timed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timed.CancelAfter(Limits.Timeout);
        try
        {
            using var file = SpooledFile.From(content, Limits, timed.Token);
            return Draw(file, page.ToString(CultureInfo.InvariantCulture), new ReadContext(Limits, progress: null, timed.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static byte[]? Draw(SpooledFile file, string page, ReadContext context)
    {
        var pdf = file.Path;
        if (file.ReadHead(4) is not [0x25, 0x50, 0x44, 0x46])
        {
            pdf = Path.Combine(file.Folder, "image.pdf");
            ImageReader.ConvertTiff(file, pdf, context);
        }

        var picture = Path.Combine(file.Folder, "page");
        new HelperProgram("pdftoppm", "poppler-utils", context).Run(
            ["-f", page, "-l", page, "-singlefile", "-scale-to", LongSidePixels.ToString(CultureInfo.InvariantCulture), "-jpeg", pdf, picture]);
        return File.Exists(picture + ".jpg") ? File.ReadAllBytes(picture + ".jpg") : null;
    }
}
