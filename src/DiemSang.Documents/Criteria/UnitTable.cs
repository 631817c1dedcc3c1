using DiemSang.Core.Language;
using DiemSang.Documents.Reading;

namespace DiemSang.Documents.Criteria;

/// <summary>A row of a table about units: the unit and its cells by folded heading.</summary>
/// <param name="Row">Row number in the file, for messages.</param>
public sealed record UnitRow(string Unit, int Row, IReadOnlyDictionary<string, string> Cells);

/// <summary>A table with a column "Đơn vị" and one column for each figure, as offices exchange them.</summary>
public sealed record UnitTable(IReadOnlyList<string> Headings, IReadOnlyList<UnitRow> Rows)
{
    private static readonly string[] UnitWords = ["don vi", "dia phuong", "ten don vi", "xa, phuong"];

    /// <exception cref="UnreadableDocumentException">No table with such a column.</exception>
    public static UnitTable Read(SourceDocument document)
    {
        var rows = document.Blocks.OfType<TableBlock>().SelectMany(table => table.Rows).ToList();
        var head = rows.Find(row => row.Cells.Any(cell => UnitWords.Contains(VietnameseText.Fold(cell.Text))))
            ?? throw new UnreadableDocumentException("Không thấy bảng có cột “Đơn vị”. Dòng đầu của bảng phải ghi tên các cột.");
        var unit = head.Cells.First(cell => UnitWords.Contains(VietnameseText.Fold(cell.Text))).Column;
        var columns = head.Cells.Where(cell => cell.Column != unit && cell.Text.Trim().Length > 0).Select(cell => (cell.Column, Heading: VietnameseText.Fold(cell.Text))).ToList();
        return new UnitTable([.. columns.Select(column => column.Heading)],
        [
            .. rows.SkipWhile(row => row != head).Skip(1)
                .Select(row => new UnitRow(TextAt(row, unit), row.Place.Row ?? 0, columns.DistinctBy(column => column.Heading).ToDictionary(column => column.Heading, column => TextAt(row, column.Column))))
                .Where(row => row.Unit.Length > 0),
        ]);
    }

    private static string TextAt(SourceRow row, int column) =>
        row.Cells.FirstOrDefault(cell => cell.Column <= column && column < cell.Column + cell.ColumnSpan)?.Text.Trim() ?? "";
}
