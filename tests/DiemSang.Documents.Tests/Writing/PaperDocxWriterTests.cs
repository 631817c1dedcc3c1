using DiemSang.Documents.Writing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DiemSang.Documents.Tests.Writing;

public sealed class PaperDocxWriterTests
{
    private static readonly PaperBlock.Table Scores = new(
        [new PaperColumn("Mã", 1), new PaperColumn("Tiêu chí", 4), new PaperColumn("Điểm", 1, IsNumber: true)],
        [new PaperRow(["I", "Chỉ đạo, điều hành", "8,5"], IsHeading: true), new PaperRow(["1.1", "Ban hành kế hoạch", "−0,5"])]);

    [Fact]
    public void Write_Table_SetsNumbersRightAndSumsInBold() => Read([Scores], body =>
    {
        var rows = body.Descendants<Table>().Single(table => table.InnerText.Contains("Tiêu chí", StringComparison.Ordinal)).Elements<TableRow>().ToList();

        rows[2].Descendants<Justification>().Select(one => one.Val!.Value).ShouldBe([JustificationValues.Center, JustificationValues.Left, JustificationValues.Right]);
        rows.Select(row => row.Descendants<Bold>().Count()).ShouldBe([3, 3, 0]);
    });

    [Fact]
    public void Write_HeadingBelowATable_KeepsApartFromIt() => Read([Scores, new PaperBlock.Heading("Những điểm cần xem lại"), new PaperBlock.Text("Tiêu chí 1.1")], body =>
    {
        Above("Những điểm cần xem lại").ShouldBe("240", "twelve points, in twentieths");
        Above("Tiêu chí 1.1").ShouldBe("0");

        string? Above(string words) => body.Elements<Paragraph>().Single(one => one.InnerText == words).Descendants<SpacingBetweenLines>().Single().Before?.Value;
    });

    private static void Read(IReadOnlyList<PaperBlock> blocks, Action<Body> look)
    {
        using var file = new MemoryStream();
        PaperDocxWriter.Write(new OfficePaper(new PaperHead("PHIẾU CHẤM ĐIỂM", "Năm 2026"), blocks), file);
        using var document = WordprocessingDocument.Open(file, false);
        new OpenXmlValidator().Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        look(document.MainDocumentPart!.Document.Body!);
    }
}
