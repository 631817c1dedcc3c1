using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DiemSang.Documents.Questionnaires.XlsForm;

/// <summary>A workbook of text cells and nothing else.</summary>
internal static class PlainWorkbook
{
    public static void Write(Stream output, IReadOnlyList<(string Name, IReadOnlyList<string[]> Rows)> sheets)
    {
        using var document = SpreadsheetDocument.Create(output, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        var list = new Sheets();
        workbook.Workbook = new Workbook(list);
        foreach (var (name, rows) in sheets)
        {
            var part = workbook.AddNewPart<WorksheetPart>();
            part.Worksheet = new Worksheet(new SheetData(rows.Select(Row)));
            list.Append(new Sheet { Name = name, SheetId = (uint)list.ChildElements.Count + 1, Id = workbook.GetIdOfPart(part) });
        }
    }

    private static Row Row(string[] cells, int index) =>
        new(cells.Select((text, column) => (text, column)).Where(cell => cell.text.Length > 0).Select(cell => new Cell(new InlineString(new Text(cell.text) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = $"{(char)('A' + cell.column)}{index + 1}",
            DataType = CellValues.InlineString,
        }))
        {
            RowIndex = (uint)index + 1,
        };
}
