using System.Globalization;
using DiemSang.Core.Scoring;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DiemSang.Documents.Criteria;

/// <summary>Writes a criteria set as an XLSX table that <see cref="CriteriaTableReader"/> reads back.</summary>
public static class CriteriaTableWriter
{
    private static readonly double[] Widths = [10, 50, 12, 30, 50, 12, 12, 18, 24, 18, 14, 24, 14, 40, 20, 60];

    public static void Write(CriteriaSet set, Stream output)
    {
        using var document = SpreadsheetDocument.Create(output, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        var part = workbook.AddNewPart<WorksheetPart>();
        part.Worksheet = new Worksheet(
            new Columns(
                Widths.Select((width, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = width, CustomWidth = true })),
            new SheetData(Rows(set)));
        workbook.Workbook = new Workbook(new Sheets(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = 1, Name = "Bộ tiêu chí" }));
    }

    private static IEnumerable<Row> Rows(CriteriaSet set)
    {
        List<List<Cell>> rows =
        [
            [Text(set.Title)],
            [.. CriteriaTableColumns.Headings.Select(heading => Text(heading.Heading))],
            .. WithParents(set.Criteria, null).Select(
                node => CriteriaTableColumns.Headings.Select(heading => Cell(heading.Column, node.Criterion, node.Parent)).ToList()),
            [Text(null), Text("Tổng cộng"), Number(set.Total)],
        ];
        return rows.Select((cells, row) => new Row(Placed(cells, row + 1)) { RowIndex = (uint)row + 1 });
    }

    /// <summary>Empty cells are left out, so each cell says where it stands.</summary>
    private static IEnumerable<Cell> Placed(List<Cell> cells, int row)
    {
        for (var column = 0; column < cells.Count; column++)
        {
            cells[column].CellReference = FormattableString.Invariant($"{(char)('A' + column)}{row}");
        }

        return cells.Where(cell => cell.HasChildren);
    }

    private static IEnumerable<(Criterion Criterion, string? Parent)> WithParents(IEnumerable<Criterion> criteria, string? parent) =>
        criteria.SelectMany(criterion => WithParents(criterion.Children, criterion.Code).Prepend((criterion, parent)));

    private static Cell Cell(CriteriaColumn column, Criterion criterion, string? parent) => column switch
    {
        CriteriaColumn.Code => Text(criterion.Code),
        CriteriaColumn.Title => Text(criterion.Title),
        CriteriaColumn.Max => Number(criterion.Max),
        CriteriaColumn.Evidence => Text(criterion.EvidenceText),
        CriteriaColumn.Guidance => Text(criterion.Guidance),
        CriteriaColumn.Parent => Text(parent),
        CriteriaColumn.Kind => Always(criterion.Kind),
        CriteriaColumn.ScoredBy => Word(criterion.ScoredBy),
        CriteriaColumn.Unit => Text(criterion.AppraisingUnit),
        CriteriaColumn.NotApplicable => Word(criterion.NotApplicable),
        CriteriaColumn.Previous => List(criterion.Previous),
        CriteriaColumn.Feeds => List([.. criterion.Feeds.Select(fed => fed.ToString())]),
        CriteriaColumn.EvidenceDemand => Always(criterion.Evidence),
        CriteriaColumn.Source => Text(criterion.Source),
        CriteriaColumn.Figure => Text(criterion.Figure),
        CriteriaColumn.Rule => Text(criterion.Rule is { } rule ? Flow(YamlBuilder.Flow.Map("x", RuleYamlWriter.Write(rule))) : null),
        _ => Text(null),
    };

    private static Cell Word<T>(T choice) where T : struct, Enum => choice.Equals(default(T)) ? Text(null) : Always(choice);

    private static Cell List(IReadOnlyList<string> texts) => Text(texts.Count == 0 ? null : Flow(YamlBuilder.Flow.Texts("x", texts)));

    /// <summary>For columns the reader would otherwise guess from the title or the evidence.</summary>
    private static Cell Always<T>(T choice) where T : struct, Enum => Text(YamlMap.SnakeCase(choice.ToString()));

    /// <summary>The value under the only key, "x", as one line of YAML.</summary>
    private static string Flow(YamlBuilder map) => map.Print().Trim()["{x: ".Length..^1].Trim();

    private static Cell Text(string? text) => text is null
        ? new Cell()
        : new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(
            new Text(text) { Space = SpaceProcessingModeValues.Preserve }) };

    /// <summary>Fractions such as 10/3 have no exact cell value and are written as text.</summary>
    private static Cell Number(decimal value) => value == decimal.Round(value, 10)
        ? new Cell { DataType = CellValues.Number, CellValue = new CellValue(value.ToString(CultureInfo.InvariantCulture)) }
        : Text(YamlBuilder.Plain(value));
}
