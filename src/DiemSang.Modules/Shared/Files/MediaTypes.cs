using System.IO.Compression;

namespace DiemSang.Modules.Shared.Files;

/// <summary>Finds a file's type from its first bytes. Only these types are taken in; everything else is refused.</summary>
public static class MediaTypes
{
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string LegacyOffice = "application/x-ole-storage";
    public const string Pdf = "application/pdf";
    public const string Png = "image/png";
    public const string Jpeg = "image/jpeg";
    public const string Tiff = "image/tiff";
    public const string PlainText = "text/plain";

    /// <summary>The media type, or null when the content is none of the accepted kinds. The stream is left at its start.</summary>
    public static string? Detect(Stream content)
    {
        Span<byte> head = stackalloc byte[512];
        content.Position = 0;
        var read = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        content.Position = 0;
        head = head[..read];
        return head switch
        {
            [] => null,
            [0x25, 0x50, 0x44, 0x46, ..] => Pdf,
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
            [0xFF, 0xD8, 0xFF, ..] => Jpeg,
            [0x49, 0x49, 0x2A, 0x00, ..] or [0x4D, 0x4D, 0x00, 0x2A, ..] => Tiff,
            [0xD0, 0xCF, 0x11, 0xE0, ..] => LegacyOffice,
            [0x50, 0x4B, 0x03, 0x04, ..] => OfficeOpenXml(content),
            [0x4D, 0x5A, ..] or [0x7F, 0x45, 0x4C, 0x46, ..] => null,
            _ => IsText(head) ? PlainText : null,
        };
    }

    private static string? OfficeOpenXml(Stream content)
    {
        try
        {
            using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            var macros = archive.Entries.Any(entry => entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
            return macros ? null
                : archive.GetEntry("word/document.xml") is not null ? Docx
                : archive.GetEntry("xl/workbook.xml") is not null ? Xlsx
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
        finally
        {
            content.Position = 0;
        }
    }

    private static bool IsText(ReadOnlySpan<byte> head) =>
        head is [0xEF, 0xBB, 0xBF, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || head.IndexOf((byte)0) < 0;
}
