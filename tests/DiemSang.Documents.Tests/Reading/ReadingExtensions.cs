using DiemSang.Documents.Reading;

namespace DiemSang.Documents.Tests.Reading;

internal static class ReadingExtensions
{
    public static SourceDocument Read(this byte[] file, string fileName = "ke-hoach", ReadLimits? limits = null) =>
        DocumentReader.Read(new MemoryStream(file), fileName, limits ?? ReadLimits.Default);

    public static string[] Paragraphs(this SourceDocument document) =>
        document.Blocks.OfType<ParagraphBlock>().Select(block => block.ListMarker is null ? block.Text : $"{block.ListMarker} {block.Text}").ToArray();

    public static TableBlock Table(this SourceDocument document) => document.Blocks.OfType<TableBlock>().Single();

    /// <summary>Rows as "a | b | c", continuation cells as "^", for a test to compare at a glance.</summary>
    public static string[] Print(this TableBlock table) =>
        table.Rows.Select(row => string.Join(" | ", row.Cells.Select(cell => cell.ContinuesAbove ? "^" : string.Join(" / ", cell.Lines)))).ToArray();

    public static string Refusal(this byte[] file, string fileName = "ke-hoach", ReadLimits? limits = null) =>
        Should.Throw<UnreadableDocumentException>(() => file.Read(fileName, limits)).Message;
}
