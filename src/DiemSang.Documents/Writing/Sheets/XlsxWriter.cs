using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using DiemSang.Documents.Writing.Charts;
using static DiemSang.Documents.Writing.Sheets.XlsxCell;

namespace DiemSang.Documents.Writing.Sheets;

/// <summary>Writes tables as XLSX, row by row: a board of a hundred thousand rows needs no more memory than one of ten.</summary>
public sealed partial class XlsxWriter
{
    /// <summary>Excel refuses files with longer cells.</summary>
    private const int LongestText = 32_767;
    private const string Cut = " … (còn tiếp)";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private static readonly DateOnly Epoch = new(1899, 12, 30);

    private readonly ZipArchive _zip;
    private int _row;
    private double _usedPt;
    private List<string> _merged = [];

    private XlsxWriter(ZipArchive zip) => _zip = zip;

    /// <param name="output">Receives the file; need not seek; not closed.</param>
    public static void Write(Stream output, params IReadOnlyList<XlsxSheet> sheets)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        var writer = new XlsxWriter(zip);
        var names = SheetNames.For(sheets);
        writer.WritePart("[Content_Types].xml", ContentTypes(sheets));
        writer.WritePart("_rels/.rels", RelationsXml([("rId1", "officeDocument", "xl/workbook.xml")]));
        writer.WritePart("xl/workbook.xml", Workbook(sheets, names));
        writer.WritePart("xl/_rels/workbook.xml.rels", RelationsXml(
            [.. sheets.Select((_, i) => ($"rId{i + 1}", "worksheet", $"worksheets/sheet{i + 1}.xml")), ("rIdStyles", "styles", "styles.xml")]));
        writer.WritePart("xl/styles.xml", XlsxStyles.Xml());
        for (var i = 0; i < sheets.Count; i++)
        {
            var places = writer.WriteSheet($"xl/worksheets/sheet{i + 1}.xml", sheets[i]);
            writer.WriteCharts(i + 1, sheets[i].Charts, places);
        }
    }

    /// <returns>Where its charts stand.</returns>
    private IReadOnlyList<(int Row, bool BeginsPage)> WriteSheet(string part, XlsxSheet sheet)
    {
        using var stream = _zip.CreateEntry(part, CompressionLevel.Fastest).Open();
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw(sheet.Charts.Count > 0 ? "" : "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>");
        WriteFrozenHeader(xml, sheet.Above.Count + 1);
        xml.WriteRaw(sheet.Charts.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $"<sheetFormatPr defaultRowHeight=\"{SheetCharts.RowPt}\" customHeight=\"1\"/>") : "");
        WriteColumns(xml, sheet.Columns);
        xml.WriteStartElement("sheetData");
        (_row, _usedPt, _merged) = (0, 0, []);
        WriteLoose(xml, sheet.Above, XlsxLook.Title, sheet.Columns);
        WriteRow(xml, sheet.Columns.Select(column => (Text(column.Title), XlsxLook.Header)), RowHeight.Pt(sheet.Columns.Select(column => column.Title), sheet.Columns, isBold: true));
        foreach (var row in sheet.Rows)
        {
            WriteRow(xml, row.Cells.Select(cell => (cell, Look(cell, row.IsHeading))), RowHeight.Pt(row.Cells.Select(cell => (cell as TextCell)?.Value), sheet.Columns, row.IsHeading));
        }

        if (sheet.Below.Count > 0)
        {
            (_row, _usedPt) = (_row + 1, _usedPt + RowHeight.LinePt);
        }

        WriteLoose(xml, sheet.Below, XlsxLook.Note, sheet.Columns);
        xml.WriteEndElement();
        var places = SheetCharts.Places(sheet.Charts, _row + 1, _usedPt + RowHeight.LinePt);
        WriteTail(xml, places);
        xml.WriteEndElement();
        return places;
    }

    private void WriteTail(XmlWriter xml, IReadOnlyList<(int Row, bool BeginsPage)> places)
    {
        if (_merged.Count > 0)
        {
            xml.WriteRaw($"<mergeCells>{string.Concat(_merged.Select(cells => $"<mergeCell ref=\"{cells}\"/>"))}</mergeCells>");
        }

        xml.WriteRaw("<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/>");
        if (places.Count == 0)
        {
            xml.WriteRaw("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>");
            return;
        }

        // A sheet that is fitted to the page's width has no page breaks of its own in Excel.
        xml.WriteRaw("<pageSetup paperSize=\"9\" orientation=\"portrait\"/>");
        var breaks = places.Where(place => place.BeginsPage).Select(place => $"<brk id=\"{Number(place.Row)}\" max=\"16383\" man=\"1\"/>").ToList();
        xml.WriteRaw(breaks.Count == 0 ? "" : $"<rowBreaks count=\"{Number(breaks.Count)}\" manualBreakCount=\"{Number(breaks.Count)}\">{string.Concat(breaks)}</rowBreaks>");
        xml.WriteRaw($"<drawing xmlns:r=\"{Relations}\" r:id=\"rId1\"/>");
    }

    private void WriteCharts(int sheet, IReadOnlyList<BarChart> charts, IReadOnlyList<(int Row, bool BeginsPage)> places)
    {
        if (charts.Count == 0)
        {
            return;
        }

        WritePart($"xl/worksheets/_rels/sheet{sheet}.xml.rels", RelationsXml([("rId1", "drawing", $"../drawings/drawing{sheet}.xml")]));
        WritePart($"xl/drawings/drawing{sheet}.xml", SheetCharts.Drawing(charts, places));
        WritePart($"xl/drawings/_rels/drawing{sheet}.xml.rels", RelationsXml(charts.Select((_, i) => ($"rId{i + 1}", "chart", $"../charts/{ChartPart(sheet, i)}"))));
        for (var i = 0; i < charts.Count; i++)
        {
            WritePart($"xl/charts/{ChartPart(sheet, i)}", ChartXml.Of(charts[i]).ToString(SaveOptions.DisableFormatting));
        }
    }

    private static string ChartPart(int sheet, int chart) => string.Create(CultureInfo.InvariantCulture, $"chart{sheet}_{chart + 1}.xml");

    /// <summary>A line runs over all columns and wraps at the last one: beyond it, printing would cut it off.</summary>
    private void WriteLoose(XmlWriter xml, IReadOnlyList<string> lines, XlsxLook look, IReadOnlyList<XlsxColumn> columns)
    {
        XlsxColumn[] across = [new("", columns.Sum(column => column.Width))];
        foreach (var line in lines)
        {
            WriteRow(xml, [(Text(line), look)], RowHeight.Pt([line], across, look == XlsxLook.Title));
            if (columns.Count > 1)
            {
                _merged.Add($"{Reference(0, _row)}:{Reference(columns.Count - 1, _row)}");
            }
        }
    }

    private void WriteRow(XmlWriter xml, IEnumerable<(XlsxCell Cell, XlsxLook Look)> cells, double heightPt)
    {
        _row++;
        _usedPt += heightPt;
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", Number(_row));
        xml.WriteAttributeString("ht", heightPt.ToString(CultureInfo.InvariantCulture));
        var column = 0;
        foreach (var (cell, look) in cells)
        {
            WriteCell(xml, Reference(column++, _row), cell, look);
        }

        xml.WriteEndElement();
    }

    private static void WriteCell(XmlWriter xml, string reference, XlsxCell cell, XlsxLook look)
    {
        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", reference);
        xml.WriteAttributeString("s", Number((int)look));
        switch (cell)
        {
            case TextCell { Value.Length: > 0 } text:
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is");
                xml.WriteStartElement("t");
                xml.WriteAttributeString("xml", "space", null, "preserve");
                xml.WriteString(EscapedCode().Replace(Fit(PrintableText.Of(text.Value)), "_x005F$0"));
                xml.WriteEndElement();
                xml.WriteEndElement();
                break;
            case NumberCell number:
                xml.WriteElementString("v", number.Value.ToString(CultureInfo.InvariantCulture));
                break;
            case PercentCell percent:
                xml.WriteElementString("v", percent.Value.ToString(CultureInfo.InvariantCulture));
                break;
            case DateCell date:
                xml.WriteElementString("v", Number(date.Value.DayNumber - Epoch.DayNumber));
                break;
        }

        xml.WriteEndElement();
    }

    private static XlsxLook Look(XlsxCell cell, bool isHeading) => cell switch
    {
        TextCell text => (isHeading, LooksLikeFormula(text.Value)) switch
        {
            (true, true) => XlsxLook.QuotedHeading,
            (true, false) => XlsxLook.Heading,
            (false, true) => XlsxLook.QuotedText,
            _ => XlsxLook.Text,
        },
        NumberCell { Decimals: 1 } => XlsxLook.Number1,
        NumberCell { Decimals: >= 2 } => XlsxLook.Number2,
        PercentCell => XlsxLook.Percent,
        DateCell => XlsxLook.Date,
        NumberCell when isHeading => XlsxLook.HeadingNumber,
        _ => XlsxLook.Number,
    };

    /// <summary>Inline text is never run, but somebody may press F2 and Enter, or save as CSV: such text carries Excel's own apostrophe.</summary>
    private static bool LooksLikeFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t';

    /// <summary>What Excel would read as a letter by its code (ECMA-376 part 1, §22.4.2.4): the typed "_x0041_" must not become an A.</summary>
    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex EscapedCode();

    private static string Fit(string text) => text.Length <= LongestText ? text : text[..(LongestText - Cut.Length)] + Cut;

    private static void WriteFrozenHeader(XmlWriter xml, int headerRow) => xml.WriteRaw(string.Create(CultureInfo.InvariantCulture,
        $"<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"{headerRow}\" topLeftCell=\"A{headerRow + 1}\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"));

    private static void WriteColumns(XmlWriter xml, IReadOnlyList<XlsxColumn> columns)
    {
        xml.WriteStartElement("cols");
        for (var i = 0; i < columns.Count; i++)
        {
            xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{columns[i].Width}\" customWidth=\"1\"/>"));
        }

        xml.WriteEndElement();
    }

    private static string Reference(int column, int row)
    {
        var letters = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters + Number(row);
    }

    private static string Workbook(IReadOnlyList<XlsxSheet> sheets, IReadOnlyList<string> names)
    {
        var list = string.Concat(names.Select((name, i) => $"<sheet name=\"{Escape(name)}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>"));
        var titles = string.Concat(sheets.Select((sheet, i) => sheet.Charts.Count > 0 ? "" :
            $"<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{i}\">'{Escape(names[i].Replace("'", "''", StringComparison.Ordinal))}'!${sheet.Above.Count + 1}:${sheet.Above.Count + 1}</definedName>"));
        return $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{list}</sheets>{(titles == "" ? "" : $"<definedNames>{titles}</definedNames>")}</workbook>";
    }

    private static string RelationsXml(IEnumerable<(string Id, string Type, string Target)> relations) =>
        $"<Relationships xmlns=\"{PackageRelations}\">"
        + string.Concat(relations.Select(relation => $"<Relationship Id=\"{relation.Id}\" Type=\"{Relations}/{relation.Type}\" Target=\"{relation.Target}\"/>"))
        + "</Relationships>";

    private static string ContentTypes(IReadOnlyList<XlsxSheet> sheets) =>
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{ContentType}sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{ContentType}styles+xml\"/>"
        + string.Concat(sheets.Select((sheet, i) => $"<Override PartName=\"/xl/worksheets/sheet{i + 1}.xml\" ContentType=\"{ContentType}worksheet+xml\"/>{ChartTypes(i + 1, sheet.Charts.Count)}"))
        + "</Types>";

    private static string ChartTypes(int sheet, int charts) => charts == 0 ? "" :
        $"<Override PartName=\"/xl/drawings/drawing{sheet}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.drawing+xml\"/>"
        + string.Concat(Enumerable.Range(0, charts).Select(i => $"<Override PartName=\"/xl/charts/{ChartPart(sheet, i)}\" ContentType=\"application/vnd.openxmlformats-officedocument.drawingml.chart+xml\"/>"));

    private static string Escape(string text) => System.Security.SecurityElement.Escape(text);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void WritePart(string name, string content)
    {
        using var part = _zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        part.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + content));
    }
}
