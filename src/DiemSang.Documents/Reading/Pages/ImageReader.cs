namespace DiemSang.Documents.Reading.Pages;

/// <summary>
/// A photographed or scanned page as PNG, JPEG or TIFF. PNG is unpacked here; JPEG and TIFF, which may have many pages, go through a PDF.
/// </summary>
internal static class ImageReader
{
    public static SourceDocument Read(SpooledFile file, ReadContext context)
    {
        var head = file.ReadHead(4);
        if (head is [0x89, ..])
        {
            return ReadPng(file, context);
        }

        var pdf = Path.Combine(file.Folder, "image.pdf");
        if (head is [0xFF, ..])
        {
            PicturePdf.WriteJpeg(file.ReadAll(context.Limits.MaxFileBytes), pdf, context.Limits);
        }
        else
        {
            ConvertTiff(file, pdf, context);
        }

        return new PdfReader(pdf, file.Folder, context).Read() with { Format = SourceFormat.Scan };
    }

    private static SourceDocument ReadPng(SpooledFile file, ReadContext context)
    {
        var page = PngImage.Read(file.ReadAll(context.Limits.MaxFileBytes), context.Limits);
        var document = new PageDocument(context);
        document.Add(new ScanPages(context, file.Folder).Read([1], _ => page)[1]);
        return new SourceDocument(SourceFormat.Scan, document.Blocks) { IsOcr = true, PageCount = 1 };
    }

    public static void ConvertTiff(SpooledFile file, string pdf, ReadContext context)
    {
        var program = new HelperProgram("tiff2pdf", "libtiff-tools", context);
        var exit = program.Run(["-o", pdf, file.Path]);
        if (exit != 0 || !File.Exists(pdf))
        {
            throw exit == 127 ? program.Missing() : Unreadable.Damaged();
        }
    }
}
