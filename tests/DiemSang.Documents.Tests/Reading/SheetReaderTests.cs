using System.Text;
using DiemSang.Documents.Reading;

namespace DiemSang.Documents.Tests.Reading;

public sealed class SheetReaderTests
{
    private static string Row(int number, params string[] cells) =>
        $"<row r='{number}'>{string.Concat(cells.Select((text, i) => text.Length == 0 ? "" : $"<c r='{(char)('A' + i)}{number}' t='inlineStr'><is><t>{text}</t></is></c>"))}</row>";

    [Fact]
    public void Read_Xlsx_SplitsHeadTableAndTail()
    {
        var sheet = "<sheetData>" + Row(1, "UBND PHƯỜNG", "", "CỘNG HÒA") + Row(3, "PHỤ LỤC") + Row(5, "STT", "Nội dung", "Chủ trì", "Thời gian")
            + Row(6, "I", "Chỉ số PAPI") + Row(7, "1", "Việc\nHai dòng", "Phòng A", "31/12") + Row(10, "Nơi nhận: lưu") + "</sheetData>";

        var document = RawOffice.Xlsx(sheet).Read();

        document.Blocks.Select(block => block.GetType().Name).ShouldBe(["TableBlock", "ParagraphBlock", "TableBlock", "ParagraphBlock"]);
        var table = document.Blocks[2].ShouldBeOfType<TableBlock>();
        table.Print().ShouldBe(["STT | Nội dung | Chủ trì | Thời gian", "I | Chỉ số PAPI |  | ", "1 | Việc / Hai dòng | Phòng A | 31/12"]);
        table.Rows[2].Place.ShouldBe(new() { Sheet = "Phụ lục", Block = 3, Table = 2, Row = 7 });
    }

    [Fact]
    public void Read_MergedCells_GiveSpansAndContinuations()
    {
        var sheet = "<sheetData>" + Row(1, "STT", "A", "B", "C") + Row(2, "1", "x", "gộp", "") + Row(3, "", "y", "", "z") + "</sheetData>"
            + "<mergeCells><mergeCell ref='A2:A3'/><mergeCell ref='C2:D2'/><mergeCell ref='E1:XFD1048576'/></mergeCells>";

        var table = RawOffice.Xlsx(sheet).Read().Table();

        table.Print().Select(row => row.TrimEnd(' ', '|')).ShouldBe(["STT | A | B | C", "1 | x | gộp | ^", "^ | y |  | z | ^"]);
        table.Rows[1].Cells[2].ColumnSpan.ShouldBe(2);
    }

    [Fact]
    public void Read_NumbersAndDates_ArePrintedAsShown()
    {
        const string styles = """
            <numFmts><numFmt numFmtId='164' formatCode='dd/mm/yyyy'/><numFmt numFmtId='165' formatCode='"ngày" 0.00'/></numFmts>
            <fonts><font><name val='Times New Roman'/></font><font><b/><name val='.VnTime'/></font></fonts>
            <cellXfs><xf numFmtId='0' fontId='0'/><xf numFmtId='164' fontId='0'/><xf numFmtId='9' fontId='0'/><xf numFmtId='165' fontId='0'/><xf numFmtId='0' fontId='1'/></cellXfs>
            """;
        const string cells = "<sheetData><row r='1'><c r='A1'><v>1.1</v></c><c r='B1' s='1'><v>46022</v></c><c r='C1' s='2'><v>0.8</v></c><c r='D1' s='3'><v>1.1</v></c>"
            + "<c r='E1' s='4' t='s'><v>0</v></c><c r='F1' t='b'><v>1</v></c><c r='G1' t='e'><v>#REF!</v></c></row></sheetData>";

        var document = RawOffice.Xlsx(cells, "<si><t>KÕ ho¹ch</t></si>", styles).Read();

        document.Table().Print().ShouldBe(["1.1 | 31/12/2025 | 80% | 1.10 | Kế hoạch | Có"]);
        document.HadLegacyFonts.ShouldBeTrue();
    }

    [Theory]
    [InlineData("STT;Nội dung;Chủ trì;Thời gian\n1;\"Việc một, hai;\nba\";Phòng A;Thường xuyên")]
    [InlineData("Kế hoạch, năm 2026\nSTT,Nội dung,Chủ trì,Thời gian\n1,\"Việc một, hai;\nba\",Phòng A,Thường xuyên")]
    [InlineData("STT\tNội dung\tChủ trì\tThời gian\n1\t\"Việc một, hai;\nba\"\tPhòng A\tThường xuyên")]
    public void Read_Csv_FindsDelimiterAndKeepsQuotedBreaks(string csv)
    {
        foreach (var bytes in new[] { Encoding.UTF8.GetBytes(csv), [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(csv)], [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(csv)] })
        {
            var document = bytes.Read("bang.csv");

            document.Format.ShouldBe(SourceFormat.Csv);
            document.Blocks.OfType<TableBlock>().Last().Print()
                .ShouldBe(["STT | Nội dung | Chủ trì | Thời gian", "1 | Việc một, hai; / ba | Phòng A | Thường xuyên"]);
        }
    }

    [Fact]
    public void Read_CsvInTcvn3Bytes_IsConverted()
    {
        var document = Encoding.Latin1.GetBytes("STT;Néi dung;Chñ tr×;Thêi gian\n1;C¶i c¸ch hµnh chÝnh cña ph­êng;Phßng V¨n ho¸;Th­êng xuyªn").Read("cu.csv");

        document.Table().Print()[1].ShouldBe("1 | Cải cách hành chính của phường | Phòng Văn hoá | Thường xuyên");
        document.HadLegacyFonts.ShouldBeTrue();
    }
}
