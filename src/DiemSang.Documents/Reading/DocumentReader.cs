namespace DiemSang.Documents.Reading;

/// <summary>
/// The one door to the readers: looks at the content, never at the name, and hands the bytes to the reader of that format.
/// Every reader returns a <see cref="SourceDocument"/> or throws <see cref="UnreadableDocumentException"/> with one plain line.
/// </summary>
public static class DocumentReader
{
    public static SourceDocument Read(byte[] content, string fileName, CancellationToken cancel)
    {
        if (content.Length == 0)
        {
            throw new UnreadableDocumentException($"Tệp “{fileName}” trống, không có nội dung để đọc.");
        }

        return PlainTextReader.Read(content, fileName, cancel);
    }
}
