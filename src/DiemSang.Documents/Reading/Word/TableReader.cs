using System.Xml;
using DiemSang.Documents.Reading.Package;

namespace DiemSang.Documents.Reading.Word;

/// <summary>A table as read, before it is given its number: rows, and tables that were nested in a cell standing alone in its row.</summary>
internal sealed record WordTable(IReadOnlyList<WordRow> Rows, IReadOnlyList<WordTable> Inner);

internal sealed record WordRow(IReadOnlyList<SourceCell> Cells, bool IsHeader, int Page);

/// <summary>Reads w:tbl with merged cells, repeated headers, deleted rows and nested tables.</summary>
internal sealed class TableReader(ParagraphReader paragraphs, ReadContext context)
{
    private const int MaxColumns = 1000;

    /// <summary>Reads the table and moves behind it.</summary>
    public WordTable Read(XmlReader xml)
    {
        var rows = new List<WordRow>();
        var inner = new List<WordTable>();
        xml.ForEachChild(() => ReadContent(xml, rows, inner));
        return new WordTable(rows, inner);
    }

    private void ReadContent(XmlReader xml, List<WordRow> rows, List<WordTable> inner)
    {
        switch (xml.LocalName)
        {
            case "tr":
                if (ReadRow(xml, inner) is { } row)
                {
                    rows.Add(row);
                }

                break;
            case "ins" or "moveTo" or "sdt" or "sdtContent" or "customXml":
                xml.ForEachChild(() => ReadContent(xml, rows, inner));
                break;
            default:
                xml.Skip();
                break;
        }
    }

    private sealed class RowState(int page)
    {
        public List<SourceCell> Cells { get; } = [];
        public List<WordTable> Nested { get; } = [];
        public int Column { get; set; }
        public bool IsHeader { get; set; }
        public bool IsDeleted { get; set; }
        public int Page { get; set; } = page;
        public bool HasText { get; set; }
    }

    private WordRow? ReadRow(XmlReader xml, List<WordTable> inner)
    {
        var row = new RowState(paragraphs.Page);
        xml.ForEachChild(() => ReadRowPart(xml, row));
        if (row.IsDeleted)
        {
            return null;
        }

        context.CountCells(row.Cells.Count);
        if (row.Cells.Count == 1 && !row.HasText)
        {
            inner.AddRange(row.Nested);
            return null;
        }

        return new WordRow(row.Cells, row.IsHeader, row.Page);
    }

    private void ReadRowPart(XmlReader xml, RowState row)
    {
        switch (xml.LocalName)
        {
            case "trPr":
                ReadRowProperties(xml, row);
                break;
            case "tc":
                ReadCell(xml, row);
                break;
            case "sdt" or "sdtContent" or "customXml":
                xml.ForEachChild(() => ReadRowPart(xml, row));
                break;
            default:
                xml.Skip();
                break;
        }
    }

    private static void ReadRowProperties(XmlReader xml, RowState row) => xml.ForEachChild(() =>
    {
        switch (xml.LocalName)
        {
            case "gridBefore":
                row.Column = Math.Clamp(xml.IntAttribute("val") ?? 0, 0, MaxColumns);
                break;
            case "tblHeader":
                row.IsHeader = xml.ReadToggle();
                return;
            case "del":
                row.IsDeleted = true;
                break;
        }

        xml.Skip();
    });

    private sealed class CellState
    {
        public int Span { get; set; } = 1;
        public bool ContinuesAbove { get; set; }
        public List<WordParagraph> Paragraphs { get; } = [];
        public List<string> Lines { get; } = [];
    }

    private void ReadCell(XmlReader xml, RowState row)
    {
        var cell = new CellState();
        xml.ForEachChild(() => ReadCellPart(xml, cell, row));
        if (!row.HasText && cell.Paragraphs.FirstOrDefault(paragraph => paragraph.Text.Length > 0) is { } first)
        {
            row.HasText = true;
            row.Page = first.Page;
        }

        row.Cells.Add(new SourceCell(cell.ContinuesAbove ? [] : cell.Lines, row.Column) { ColumnSpan = cell.Span, ContinuesAbove = cell.ContinuesAbove });
        row.Column += cell.Span;
    }

    private void ReadCellPart(XmlReader xml, CellState cell, RowState row)
    {
        switch (xml.LocalName)
        {
            case "tcPr":
                ReadCellProperties(xml, cell);
                break;
            case "p":
                var paragraph = paragraphs.Read(xml);
                cell.Paragraphs.Add(paragraph);
                cell.Lines.AddRange(paragraph.AsLines());
                break;
            case "tbl":
                var nested = Read(xml);
                row.Nested.Add(nested);
                cell.Lines.AddRange(nested.Rows.Select(inner => string.Join(" ", inner.Cells.Select(c => c.Text)).Trim()).Where(line => line.Length > 0));
                break;
            case "ins" or "moveTo" or "sdt" or "sdtContent" or "customXml":
                xml.ForEachChild(() => ReadCellPart(xml, cell, row));
                break;
            default:
                xml.Skip();
                break;
        }
    }

    private static void ReadCellProperties(XmlReader xml, CellState cell) => xml.ForEachChild(() =>
    {
        switch (xml.LocalName)
        {
            case "gridSpan":
                cell.Span = Math.Clamp(xml.IntAttribute("val") ?? 1, 1, MaxColumns);
                break;
            case "vMerge":
                cell.ContinuesAbove = xml.Attribute("val") != "restart";
                break;
        }

        xml.Skip();
    });
}
