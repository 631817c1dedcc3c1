using System.Globalization;
using System.Xml;
using DiemSang.Core.Language;
using DiemSang.Documents.Reading.Package;

namespace DiemSang.Documents.Reading.Sheets;

/// <summary>XLSX → blocks: visible sheets in order, each read forward once; formulas by the value they last had.</summary>
internal sealed class XlsxReader
{
    private const int MaxColumn = 16_383;
    private const int MaxRow = 1_048_575;

    private readonly OfficePackage _package;
    private readonly ReadContext _context;
    private readonly SheetStyles _styles;
    private readonly List<SheetString> _strings;
    private bool _since1904;

    private XlsxReader(OfficePackage package, ReadContext context)
    {
        _package = package;
        _context = context;
        _styles = SheetStyles.Read(package.OpenXml(package.PartOfType("spreadsheetml.styles+xml")));
        _strings = SheetString.ReadAll(package.OpenXml(package.PartOfType("spreadsheetml.sharedStrings+xml")), context);
    }

    public static SourceDocument Read(OfficePackage package, ReadContext context)
    {
        var blocks = new SheetBlocks(context);
        foreach (var (name, rows) in ReadSheets(package, context))
        {
            blocks.AddSheet(name, rows);
        }

        return new SourceDocument(SourceFormat.Xlsx, blocks.Blocks) { HadLegacyFonts = context.SawLegacyFont };
    }

    /// <summary>The visible sheets cell by cell, for readers that know the layout.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<SheetRow> Rows)> ReadSheets(OfficePackage package, ReadContext context)
    {
        var reader = new XlsxReader(package, context);
        return reader.VisibleSheets().Select(sheet => (sheet.Name, (IReadOnlyList<SheetRow>)reader.ReadSheet(sheet.Part)));
    }

    private List<(string Name, string Part)> VisibleSheets()
    {
        var relations = _package.RelationsOf(_package.WorkbookPart);
        var sheets = new List<(string Name, string Part)>();
        using var xml = _package.OpenXml(_package.WorkbookPart) ?? throw Unreadable.Damaged();
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
            {
                _since1904 = xml.Attribute("date1904") is "1" or "true";
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "sheet" } && xml.GetAttribute("state") is null or "visible"
                && relations.TryGetValue(RelationId(xml) ?? "", out var part))
            {
                sheets.Add((SourceText.Clean(xml.GetAttribute("name") ?? ""), part));
            }
        }

        return sheets;
    }

    /// <summary>The relation is in r:id, beside the sheet's own sheetId and name.</summary>
    private static string? RelationId(XmlReader xml) =>
        xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
        ?? xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");

    private List<SheetRow> ReadSheet(string part)
    {
        var rows = new List<SheetRow>();
        var merges = new List<CellMerge>();
        using var xml = _package.OpenXml(part) ?? throw Unreadable.Damaged();
        xml.MoveToContent();
        xml.ForEachChild(() =>
        {
            switch (xml.LocalName)
            {
                case "sheetData":
                    xml.ForEachChild(() => ReadRow(xml, rows));
                    break;
                case "mergeCells":
                    xml.ForEachChild(() => ReadMerge(xml, merges));
                    break;
                default:
                    xml.Skip();
                    break;
            }
        });
        rows.Sort((a, b) => a.Number.CompareTo(b.Number));
        SheetGrid.Merge(rows, merges, _context);
        return rows;
    }

    private void ReadRow(XmlReader xml, List<SheetRow> rows)
    {
        _context.ThrowIfStopped();
        var number = Math.Clamp((xml.IntAttribute("r") ?? (rows.Count == 0 ? 1 : rows[^1].Number + 2)) - 1, 0, MaxRow);
        var row = new SheetRow(number, []);
        xml.ForEachChild(() => ReadCell(xml, row));
        row.Cells.Sort((a, b) => a.Column.CompareTo(b.Column));
        if (row.Cells.Count > 0)
        {
            rows.Add(row);
            _context.Report("Đang đọc bảng tính", rows.Count, null);
        }
    }

    private void ReadCell(XmlReader xml, SheetRow row)
    {
        var column = ColumnOf(xml.GetAttribute("r")) ?? (row.Cells.Count == 0 ? 0 : row.Cells[^1].Column + 1);
        var style = _styles[xml.IntAttribute("s") ?? 0];
        var type = xml.GetAttribute("t");
        IReadOnlyList<string> lines = [];
        xml.ForEachChild(() =>
        {
            switch (xml.LocalName)
            {
                case "v":
                    lines = Value(xml.ReadText(), type, style);
                    break;
                case "is":
                    lines = Text(SheetString.Read(xml), style);
                    break;
                default:
                    xml.Skip();
                    break;
            }
        });
        if (lines.Count > 0)
        {
            _context.CountCells();
            row.Cells.Add(new SheetCell(column, lines) { IsBold = style.IsBold, IsCentred = style.IsCentred });
        }
    }

    private IReadOnlyList<string> Value(string value, string? type, CellStyle style) => type switch
    {
        "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _strings.Count ? Text(_strings[index], style) : [],
        "str" => Text(new SheetString([(value, null)]), style),
        "b" => [value == "1" ? "Có" : "Không"],
        "e" => [],
        "d" when DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => [CellFormat.Date(date)],
        _ => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? [CellFormat.Print(number, style.FormatId, style.FormatCode, _since1904)]
            : Text(new SheetString([(value, null)]), style),
    };

    private IReadOnlyList<string> Text(SheetString text, CellStyle style)
    {
        _context.CountText(text.Length);
        return text.Lines(style.Encoding, _context);
    }

    private static void ReadMerge(XmlReader xml, List<CellMerge> merges)
    {
        var corners = (xml.GetAttribute("ref") ?? "").Split(':');
        if (corners.Length == 2 && ColumnOf(corners[0]) is { } left && ColumnOf(corners[1]) is { } right && right >= left
            && RowOf(corners[0]) is { } top && RowOf(corners[1]) is { } bottom)
        {
            merges.Add(new CellMerge(top, bottom, left, right));
        }

        xml.Skip();
    }

    /// <summary>"C5" → 2; null for a missing or impossible reference.</summary>
    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var c in (reference ?? "").TakeWhile(char.IsAsciiLetter).Take(4))
        {
            column = (column * 26) + (char.ToUpperInvariant(c) - 'A' + 1);
        }

        return column is > 0 and <= MaxColumn + 1 ? column - 1 : null;
    }

    private static int? RowOf(string reference) =>
        int.TryParse(reference.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            ? row - 1 : null;
}
