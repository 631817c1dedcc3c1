using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DiemSang.Documents.Tests.Questionnaires;

/// <summary>Sheets as spreadsheet programs write them: texts in a shared table, numbers and truth values in cells of their own type.</summary>
internal static class ExportedWorkbook
{
    public static void Write(Stream output, IReadOnlyList<(string Name, object?[][] Rows)> sheets)
    {
        using var document = SpreadsheetDocument.Create(output, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        var list = new Sheets();
        workbook.Workbook = new Workbook(list);
        var shared = workbook.AddNewPart<SharedStringTablePart>();
        shared.SharedStringTable = new SharedStringTable();
        foreach (var (name, rows) in sheets)
        {
            var part = workbook.AddNewPart<WorksheetPart>();
            part.Worksheet = new Worksheet(new SheetData(rows.Select((cells, row) => RowOf(cells, row + 1, shared.SharedStringTable))));
            list.Append(new Sheet { Name = name, SheetId = (uint)list.ChildElements.Count + 1, Id = workbook.GetIdOfPart(part) });
        }
    }

    private static Row RowOf(object?[] cells, int row, SharedStringTable shared) => new(cells
        .Select((value, column) => (value, Place: $"{(char)('A' + column)}{row}")).Where(cell => cell.value is not null)
        .Select(cell => CellOf(cell.value!, cell.Place, shared))) { RowIndex = (uint)row };

    private static Cell CellOf(object value, string place, SharedStringTable shared) => value switch
    {
        bool truth => new Cell { CellReference = place, DataType = CellValues.Boolean, CellValue = new CellValue(truth) },
        int number => new Cell { CellReference = place, CellValue = new CellValue(number) },
        _ => new Cell { CellReference = place, DataType = CellValues.SharedString, CellValue = new CellValue(Shared((string)value, shared)) },
    };

    private static int Shared(string text, SharedStringTable shared)
    {
        shared.Append(new SharedStringItem(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
        return shared.ChildElements.Count - 1;
    }
}
