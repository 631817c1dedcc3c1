using DiemSang.Documents.Tests.Reading;
using DiemSang.Documents.Writing.Charts;
using DiemSang.Documents.Writing.Sheets;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace DiemSang.Documents.Tests.Writing;

public sealed class XlsxWriterTests
{
    private static readonly XlsxColumn[] Columns = [new("Việc", 30), new("Điểm", 8), new("Tỷ lệ", 8), new("Hạn", 12), new("Ghi chú", 20)];

    [Fact]
    public void Write_Cells_ReadBackAsShown()
    {
        var row = new XlsxRow([XlsxCell.Text("Niêm yết\ncông khai"), XlsxCell.Number(8.5m, 2), XlsxCell.Percent(0.8534m), XlsxCell.Date(new DateOnly(2026, 2, 5)), XlsxCell.Empty]);

        Write(new XlsxSheet("Bảng việc", Columns, [row]) { Above = ["Bảng theo dõi"] }).Read().Table().Print()
            .ShouldBe(["Việc | Điểm | Tỷ lệ | Hạn | Ghi chú", "Niêm yết / công khai | 8.50 | 85.34% | 05/02/2026 | "]);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://xau.vn\")")]
    [InlineData("+84 912")]
    [InlineData("- gạch đầu dòng")]
    [InlineData("@SUM(A1)")]
    public void Write_TextLikeAFormula_StaysText(string text)
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(Write(new XlsxSheet("A", Columns, [new XlsxRow([XlsxCell.Text(text)])]))), false);
        var workbook = file.WorkbookPart!;
        var cell = workbook.WorksheetParts.Single().Worksheet.Descendants<Cell>().Last(found => found.InlineString is not null);

        cell.DataType!.Value.ShouldBe(CellValues.InlineString);
        cell.CellFormula.ShouldBeNull();
        cell.InlineString!.InnerText.ShouldBe(text);
        workbook.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value).QuotePrefix!.Value.ShouldBeTrue();
    }

    [Fact]
    public void Write_TextLikeAnEscapedLetter_IsNotTakenForIt()
    {
        using var file = SpreadsheetDocument.Open(new MemoryStream(Write(new XlsxSheet("A", Columns, [new XlsxRow([XlsxCell.Text("_x0041_ và _x000D_")])]))), false);

        file.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Cell>().Last(cell => cell.InlineString is not null).InlineString!.InnerText.ShouldBe("_x005F_x0041_ và _x005F_x000D_");
    }

    [Fact]
    public void Write_LinesAroundTheTable_WrapAcrossItsColumns()
    {
        var note = string.Join(' ', Enumerable.Repeat("Bộ minh họa, không phải văn bản của cơ quan nào.", 4));
        using var file = SpreadsheetDocument.Open(new MemoryStream(Write(new XlsxSheet("A", Columns, []) { Above = ["Phiếu"], Below = [note] })), false);

        new OpenXmlValidator().Validate(file).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        var sheet = file.WorkbookPart!.WorksheetParts.Single().Worksheet;
        sheet.Descendants<MergeCell>().Select(cells => cells.Reference!.Value).ShouldBe(["A1:E1", "A4:E4"]);
        sheet.Descendants<Row>().Last().Height!.Value.ShouldBe(16.5 * 3);
    }

    [Fact]
    public void Write_Charts_NoneLiesAcrossTheEndOfAPage()
    {
        var charts = Enumerable.Range(6, 6).Select(count => new BarChart("Theo tổ", [.. Enumerable.Range(1, count).Select(i => new ChartBar($"Tổ {i}", 0.8, 0.7, 0.9))])).ToList();
        using var file = SpreadsheetDocument.Open(new MemoryStream(Write(new XlsxSheet("A", [new("Biểu đồ", 80)], []) { Above = ["Kết quả"], Charts = charts })), false);
        var part = file.WorkbookPart!.WorksheetParts.Single();

        new OpenXmlValidator().Validate(file).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        part.Worksheet.GetFirstChild<SheetProperties>().ShouldBeNull("Excel ignores the breaks of a sheet fitted to its page");
        var breaks = part.Worksheet.Descendants<Break>().Select(each => (int)each.Id!.Value).ToList();
        var rows = part.DrawingsPart!.WorksheetDrawing.Descendants<DocumentFormat.OpenXml.Drawing.Spreadsheet.RowId>().Select(row => int.Parse(row.Text)).ToList();
        breaks.ShouldBeSubsetOf(rows);
        int[] pages = [0, .. breaks, rows[^1] + 30];
        pages.Zip(pages.Skip(1), (from, to) => rows.Where(row => row >= from && row < to).Select(row => charts[rows.IndexOf(row)].HeightCm).Sum()).ShouldAllBe(height => height < 27.2);
    }

    [Fact]
    public void Write_Sheets_AreValidAndNamedApart()
    {
        var file = Write(
            new XlsxSheet("Phòng Kinh tế, Hạ tầng và Đô thị: quý I/2026", Columns, []),
            new XlsxSheet("Phòng Kinh tế, Hạ tầng và Đô thị: quý II/2026", Columns, [new XlsxRow([XlsxCell.Text("x")]) { IsHeading = true }]) { Below = ["Người lập"] },
            new XlsxSheet("", Columns, []));
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), false);

        new OpenXmlValidator().Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        document.WorkbookPart!.Workbook.Descendants<Sheet>().Select(sheet => sheet.Name!.Value!)
            .ShouldBe(["Phòng Kinh tế, Hạ tầng và Đô th", "Phòng Kinh tế, Hạ tầng và Đ (2)", "Bảng"]);
    }

    [Fact]
    public void Write_SheetWithCharts_IsValidAndHoldsTheirNumbers()
    {
        var chart = new BarChart("Theo tổ dân phố", [new ChartBar("Tổ 1", 0.8, 0.75, 0.85), new ChartBar("Tổ <2> & 3", 1, 0.9, 1)]);
        var file = Write(new XlsxSheet("Biểu đồ", Columns, []) { Charts = [chart, chart with { IsUpright = true }] }, new XlsxSheet("Số", Columns, []));
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), false);

        new OpenXmlValidator().Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
        var drawn = document.WorkbookPart!.WorksheetParts.SelectMany(sheet => sheet.DrawingsPart?.ChartParts ?? []).ToList();
        drawn.Count.ShouldBe(2);
        drawn.ShouldAllBe(part => part.ChartSpace.InnerText.Contains("Tổ <2> & 3"));
    }

    [Theory]
    [InlineData("Kết luận", 10, 1)]
    [InlineData("Thẩm định 1", 9, 2)]
    [InlineData("Cách tính, giải trình", 9, 4)]
    public void Write_TextThatWraps_GetsARowOfAsManyLines(string text, double width, int lines)
    {
        XlsxColumn[] columns = [new("Mã", 8), new(text, width)];
        using var file = SpreadsheetDocument.Open(new MemoryStream(Write(new XlsxSheet("A", columns, [new XlsxRow([XlsxCell.Empty, XlsxCell.Text(text)])]))), false);

        file.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Select(row => row.Height!.Value).ShouldBe([16.5 * lines, 16.5 * lines]);
    }

    [Fact]
    public void Write_ManyRows_StreamsThem()
    {
        var rows = Enumerable.Range(0, 20_000).Select(i => new XlsxRow([XlsxCell.Text($"Việc {i}"), XlsxCell.Number(i), XlsxCell.Empty, XlsxCell.Empty, XlsxCell.Empty]));

        Write(new XlsxSheet("Nhiều", Columns, rows)).Read().Table().Rows.Count.ShouldBe(20_001);
    }

    private static byte[] Write(params XlsxSheet[] sheets)
    {
        using var buffer = new MemoryStream();
        XlsxWriter.Write(buffer, sheets);
        return buffer.ToArray();
    }
}
