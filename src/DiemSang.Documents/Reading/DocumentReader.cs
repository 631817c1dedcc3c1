using DiemSang.Documents.Reading.Markup;
using DiemSang.Documents.Reading.Package;
using DiemSang.Documents.Reading.Pages;
using DiemSang.Documents.Reading.Sheets;
using DiemSang.Documents.Reading.Word;

namespace DiemSang.Documents.Reading;

/// <summary>The door every file comes in by: finds out what it is by its content and reads it within its limits.</summary>
public static class DocumentReader
{
    /// <summary>Reads a whole document.</summary>
    /// <param name="content">The file, from its current position; it is copied to a temporary file and not closed.</param>
    /// <param name="fileName">Only its ending matters, and only to tell CSV and HTML from other text.</param>
    /// <exception cref="UnreadableDocumentException">The file cannot be read; the message says why and what to do.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static SourceDocument Read(
        Stream content, string fileName, ReadLimits limits, IProgress<ReadProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        using var timed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timed.CancelAfter(limits.Timeout);
        try
        {
            using var file = SpooledFile.From(content, limits, timed.Token);
            var document = Read(file, fileName, new ReadContext(limits, progress, timed.Token));
            return document.Blocks.Count > 0 ? document : throw Unreadable.NoText();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unreadable.TooSlow(limits.Timeout);
        }
        catch (Exception exception) when (exception is not (UnreadableDocumentException or OperationCanceledException or OutOfMemoryException))
        {
            // Whatever a damaged file makes a parser throw, the person with the file needs one answer; the cause stays inside for the log.
            throw Unreadable.Damaged(exception);
        }
    }

    private static SourceDocument Read(SpooledFile file, string fileName, ReadContext context)
    {
        var kind = FileKinds.Detect(file, fileName);
        context.Report("Đang đọc tệp", 0, null);
        return kind switch
        {
            FileKind.OfficePackage => ReadPackage(file, context),
            FileKind.Xls => XlsReader.Read(file.Content, context),
            FileKind.Pdf => new PdfReader(file.Path, file.Folder, context).Read(),
            FileKind.Image => ImageReader.Read(file, context),
            FileKind.Html => HtmlReader.Read(file.ReadAll(context.Limits.MaxMarkupBytes), context),
            FileKind.Csv => CsvReader.Read(file.ReadAll(context.Limits.MaxMarkupBytes), context),
            _ => ReadText(file.ReadAll(context.Limits.MaxMarkupBytes), context),
        };
    }

    private static SourceDocument ReadText(byte[] bytes, ReadContext context)
    {
        var (text, wasLegacy) = TextDecoding.Decode(bytes);
        if (!TextDecoding.LooksLikeText(text))
        {
            throw Unreadable.UnknownKind();
        }

        context.CountText(text.Length);
        return PlainTextReader.Read(text, context) with { HadLegacyFonts = wasLegacy };
    }

    private static SourceDocument ReadPackage(SpooledFile file, ReadContext context)
    {
        using var package = OfficePackage.Open(file.Content, context);
        return package.IsDocument ? DocxReader.Read(package, context) : XlsxReader.Read(package, context);
    }
}
