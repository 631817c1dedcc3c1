using System.Globalization;

namespace DiemSang.Documents.Reading.Pages;

/// <summary>
/// A page of a PDF, or an image, drawn anew as a picture that every browser shows: whatever a file may carry besides what is seen stays behind.
/// </summary>
public static class PagePictures
{
    private const int LongSidePixels = 1600;
    private static readonly ReadLimits Limits = ReadLimits.Default with { Timeout = TimeSpan.FromSeconds(20), MaxPagePixels = 40_000_000 };

    /// <param name="content">A PDF, TIFF, JPEG or PNG; it is copied to a temporary file and not closed.</param>
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
        var pdf = AsPdf(file, context);
        var picture = Path.Combine(file.Folder, "page");
        new HelperProgram("pdftoppm", "poppler-utils", context).Run(
            ["-f", page, "-l", page, "-singlefile", "-scale-to", LongSidePixels.ToString(CultureInfo.InvariantCulture), "-jpeg", pdf, picture]);
        return File.Exists(picture + ".jpg") ? File.ReadAllBytes(picture + ".jpg") : null;
    }

    private static string AsPdf(SpooledFile file, ReadContext context)
    {
        var pdf = Path.Combine(file.Folder, "image.pdf");
        switch (file.ReadHead(4))
        {
            case [0x25, 0x50, 0x44, 0x46]:
                return file.Path;
            case [0xFF, 0xD8, ..]:
                PicturePdf.WriteJpeg(file.ReadAll(context.Limits.MaxFileBytes), pdf, context.Limits);
                return pdf;
            case [0x89, 0x50, ..]:
                var (width, height, pixels) = PngImage.ReadColours(file.ReadAll(context.Limits.MaxFileBytes), context.Limits);
                PicturePdf.WriteColours(width, height, pixels, pdf);
                return pdf;
            default:
                ImageReader.ConvertTiff(file, pdf, context);
                return pdf;
        }
    }
}
