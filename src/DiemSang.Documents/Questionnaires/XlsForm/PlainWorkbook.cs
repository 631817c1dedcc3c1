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

    private static Row Row(string[] texts, int index)
    {
        var cells = texts.Select((text, column) => Cell(text, $"{(char)('A' + column)}{index + 1}")).Where(cell => cell.InnerText.Length > 0);
        return new Row(cells) { RowIndex = (uint)index + 1 };
    }

    private static Cell Cell(string text, string place) => new(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }))
    {
        CellReference = place,
        DataType = CellValues.InlineString,
    };
}
