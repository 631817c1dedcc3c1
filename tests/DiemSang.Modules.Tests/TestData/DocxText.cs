using DocumentFormat.OpenXml.Packaging;

namespace DiemSang.Tests.TestData;

/// <summary>What a written DOCX says, without its form.</summary>
public static class DocxText
{
    public static string Of(Action<Stream> write)
    {
        using var file = new MemoryStream();
        write(file);
        using var document = WordprocessingDocument.Open(file, false);
        return document.MainDocumentPart!.Document!.InnerText;
    }
}
