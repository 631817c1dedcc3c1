using System.Text;
using DiemSang.Core.Language;
using DiemSang.Core.Planning;

namespace DiemSang.Documents.Reading;

/// <summary>
/// Plain text: one paragraph a line, tables as lines with tabs (or Markdown pipes), with the marks that text taken out of a PDF by
/// a converter carries (<c>**</c>, <c>###</c>, <c>&lt;ul&gt;</c>). A blank line ends a table, as a page break does.
/// </summary>
public static class PlainTextReader
{
    /// <summary>More control characters than one in this many means the bytes are not text.</summary>
    private const int MostControlCharacters = 200;

    public static SourceDocument Read(byte[] content, string fileName, CancellationToken cancel)
    {
        var text = VietnameseText.Normalize(Decode(content, fileName));
        return Read(text, cancel);
    }

    public static SourceDocument Read(string text, CancellationToken cancel = default)
    {
        var builder = new TextBlocks();
        var line = 0;
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            cancel.ThrowIfCancellationRequested();
            line++;
            builder.Add(raw, line);
        }

        return new SourceDocument(SourceFormat.Text, builder.Build());
    }

    private static string Decode(byte[] content, string fileName)
    {
        var text = HasUtf16Mark(content) ? Encoding.Unicode.GetString(content, 2, content.Length - 2)
            : content is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(content, 2, content.Length - 2)
            : DecodeBytes(content);
        var controls = text.Count(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f'));
        if (text.Contains('\0') || controls > text.Length / MostControlCharacters)
        {
            throw new UnreadableDocumentException($"Tệp “{fileName}” không phải văn bản và không thuộc định dạng nào đọc được; hãy gửi DOCX, XLSX, PDF hoặc ảnh quét.");
        }

        return text.TrimStart('\uFEFF');
    }

    private static bool HasUtf16Mark(byte[] content) => content is [0xFF, 0xFE, ..];

    /// <summary>UTF-8, or else the Windows code page Vietnamese text was saved in before it.</summary>
    private static string DecodeBytes(byte[] content)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1258)!.GetString(content);
        }
    }
}
