using System.Text;
using DiemSang.Documents.Reading;

namespace DiemSang.Documents.Tests.Reading;

public sealed class HtmlReaderTests
{
    private static SourceDocument Read(string html) => Encoding.UTF8.GetBytes("<!doctype html><meta charset=utf-8>" + html).Read();

    [Fact]
    public void Read_ParagraphsAndLists_GiveTextAndMarkers()
    {
        var document = Read("""
            <style>p { color: red }</style><script>document.write('<p>không</p>')</script>
            <p align=center><b>KẾ HOẠCH</b></p><p>Một<br>hai
            dòng</p><ul><li>gạch<li>gạch nữa</ul><ol start=3><li>ba<li>bốn</ol><ol type=a><li>điểm</ol><p hidden>ẩn</p><p style="display: none">ẩn</p>
            """);

        document.Paragraphs().ShouldBe(["KẾ HOẠCH", "Một\nhai dòng", "- gạch", "- gạch nữa", "3. ba", "4. bốn", "a) điểm"]);
        document.Blocks[0].ShouldBeOfType<ParagraphBlock>().ShouldSatisfyAllConditions(title => title.IsBold.ShouldBeTrue(), title => title.IsCentred.ShouldBeTrue());
    }

    [Fact]
    public void Read_SpannedCells_AreLaidOnTheGrid()
    {
        var table = Read("""
            <table><thead><tr><th>STT<th>Nội dung<th>Chủ trì</thead>
            <tr><td rowspan=2>1<td>Việc<ul><li>một<li>hai</ul><td>Phòng A
            <tr><td colspan=2>Cả hai cột</table>
            """).Table();

        table.Print().ShouldBe(["STT | Nội dung | Chủ trì", "1 | Việc / - một / - hai | Phòng A", "^ | Cả hai cột"]);
        table.Rows[0].IsHeader.ShouldBeTrue();
        table.Rows[2].Cells[1].Column.ShouldBe(1);
        table.Rows[2].Cells[1].ColumnSpan.ShouldBe(2);
    }

    [Fact]
    public void Read_LayoutTable_IsLookedThrough()
    {
        var document = Read("<table><tr><td><p>Trên</p><table><tr><td>a<td>b</table></table>");

        document.Paragraphs().ShouldBe(["Trên"]);
        document.Table().Print().ShouldBe(["a | b"]);
    }
}
