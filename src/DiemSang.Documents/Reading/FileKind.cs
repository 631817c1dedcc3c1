using System.Text;

namespace DiemSang.Documents.Reading;

internal enum FileKind { OfficePackage, Xls, Pdf, Image, Html, Csv, Text }

/// <summary>Tells what a file is from its bytes; the name only separates CSV and HTML from other text.</summary>
internal static class FileKinds
{
    private const int HeadLength = 4096;

    public static FileKind Detect(SpooledFile file, string fileName)
    {
        var head = file.ReadHead(HeadLength);
        if (head.Length == 0)
        {
            throw Unreadable.Empty();
        }

        return Binary(head, file) ?? Textual(head, Path.GetExtension(fileName).ToLowerInvariant());
    }

    private static FileKind? Binary(byte[] head, SpooledFile file)
    {
        switch (head)
        {
            case [0x50, 0x4B, 0x03, 0x04, ..]:
                return FileKind.OfficePackage;
            case [0xD0, 0xCF, 0x11, 0xE0, ..]:
                return CompoundFile(file);
            case [0x89, 0x50, 0x4E, 0x47, ..] or [0xFF, 0xD8, 0xFF, ..] or [0x49, 0x49, 0x2A, 0x00, ..] or [0x4D, 0x4D, 0x00, 0x2A, ..]:
                return FileKind.Image;
            case [0x7F, 0x45, 0x4C, 0x46, ..]:
            case [0x4D, 0x5A, ..] when head.AsSpan().Contains((byte)0):
                throw Unreadable.Program();
            case [0x50, 0x4B, 0x05, 0x06, ..]:
                throw Unreadable.Damaged();
            case [0x1F, 0x8B, ..] or [0x52, 0x61, 0x72, 0x21, ..] or [0x37, 0x7A, 0xBC, 0xAF, ..]:
                throw Unreadable.Archive();
            case [0x47, 0x49, 0x46, 0x38, ..]:
                throw Unreadable.ConvertImage("GIF");
            case [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..]:
                throw Unreadable.ConvertImage("WebP");
            case [_, _, _, _, 0x66, 0x74, 0x79, 0x70, ..]:
                throw Unreadable.ConvertImage("HEIC");
        }

        return head.AsSpan(0, Math.Min(head.Length, 1024)).IndexOf("%PDF-"u8) >= 0 ? FileKind.Pdf : null;
    }

    private static FileKind Textual(byte[] head, string extension)
    {
        var hasMark = head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        if (!hasMark && head.AsSpan().Contains((byte)0) && TextDecoding.Utf16WithoutMark(head) is null)
        {
            throw Unreadable.UnknownKind();
        }

        var start = TextDecoding.Decode(head).Text.AsSpan().TrimStart();
        RefuseOtherMarkup(start);
        return StartsLikeHtml(start) || (extension is ".htm" or ".html" && start.Contains('<')) ? FileKind.Html
            : extension is ".csv" or ".tsv" ? FileKind.Csv
            : extension is ".docx" or ".xlsx" or ".pdf" ? throw Unreadable.NotWhatItsNameSays(extension)
            : FileKind.Text;
    }

    private static void RefuseOtherMarkup(ReadOnlySpan<char> start)
    {
        if (start.StartsWith(@"{\rtf"))
        {
            throw Unreadable.ConvertToDocx("RTF");
        }

        if (start.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase))
        {
            throw Unreadable.ConvertToDocx("trang web MHT");
        }

        if (start.StartsWith("<?xml") && !start.Contains("<html", StringComparison.OrdinalIgnoreCase))
        {
            throw Unreadable.ConvertToDocx("XML");
        }
    }

    private static bool StartsLikeHtml(ReadOnlySpan<char> start)
    {
        foreach (var opening in (ReadOnlySpan<string>)["<!doctype html", "<html", "<head", "<body", "<table", "<meta", "<?xml", "<!--"])
        {
            if (start.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// OLE2: old Excel, old Word, or an encrypted DOCX/XLSX. Directory entries are 128 bytes, aligned, and begin with a UTF-16 name.
    /// </summary>
    private static FileKind CompoundFile(SpooledFile file)
    {
        var names = DirectoryNames(file);
        if (names.Contains("EncryptedPackage"))
        {
            throw Unreadable.Encrypted();
        }

        if (names.Contains("_VBA_PROJECT_CUR") || names.Contains("Macros") || names.Contains("_VBA_PROJECT"))
        {
            throw Unreadable.Macro();
        }

        if (names.Contains("WordDocument"))
        {
            throw Unreadable.OldWord();
        }

        return names.Contains("Workbook") || names.Contains("Book") ? FileKind.Xls : throw Unreadable.Damaged();
    }

    private static HashSet<string> DirectoryNames(SpooledFile file)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var entry = new byte[128];
        file.Content.Position = 512;
        while (file.Content.ReadAtLeast(entry, entry.Length, throwOnEndOfStream: false) == entry.Length)
        {
            var nameBytes = entry[64] | (entry[65] << 8);
            if (nameBytes is >= 4 and <= 64 && entry[66] is 1 or 2 or 5 && names.Count < 1000)
            {
                names.Add(Encoding.Unicode.GetString(entry, 0, nameBytes - 2));
            }
        }

        file.Content.Position = 0;
        return names;
    }
}
