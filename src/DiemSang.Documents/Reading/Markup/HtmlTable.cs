using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using DiemSang.Core.Planning;

namespace DiemSang.Documents.Reading.Markup;

/// <summary>Lays the cells of an HTML table on their grid: colspan widens, rowspan continues below.</summary>
internal sealed class HtmlTable(ReadContext context, ListMarkers markers, int depth)
{
    private const int MaxColumns = 1000;
    private const int MaxDepth = 400;

    /// <summary>Grid column → rows still covered by a cell above, and how wide that cell is.</summary>
    private readonly SortedDictionary<int, (int Rows, int Span)> _hanging = [];

    /// <summary>The cells of every row that belongs to this table, not to one inside it.</summary>
    public static List<List<IElement>> RowsOf(IElement table) => table.Children
        .SelectMany(child => child.LocalName is "thead" or "tbody" or "tfoot" ? child.Children : (IEnumerable<IElement>)[child])
        .Where(row => row.LocalName == "tr" && !HtmlTraits.IsHidden(row))
        .Select(row => row.Children.Where(cell => cell.LocalName is "td" or "th" && !HtmlTraits.IsHidden(cell)).ToList())
        .Where(cells => cells.Count > 0)
        .ToList();

    public List<SourceRow> Read(List<List<IElement>> rows, SourcePlace place)
    {
        var read = new List<SourceRow>(rows.Count);
        foreach (var row in rows)
        {
            context.ThrowIfStopped();
            var isHeader = row[0].ParentElement?.ParentElement?.LocalName == "thead" || row.TrueForAll(cell => cell.LocalName == "th");
            read.Add(new SourceRow(place with { Row = read.Count + 1 }, ReadRow(row)) { IsHeader = isHeader });
        }

        return read;
    }

    private List<SourceCell> ReadRow(List<IElement> row)
    {
        var cells = new List<SourceCell>();
        var column = 0;
        foreach (var element in row)
        {
            column = SkipHanging(cells, column);
            var span = Attribute(element, "colspan", MaxColumns);
            var below = Attribute(element, "rowspan", 65_534);
            context.CountCells();
            cells.Add(new SourceCell(Lines(element), column) { ColumnSpan = span });
            if (below > 1)
            {
                _hanging[column] = (below, span);
            }

            column += span;
        }

        while (_hanging.Keys.Any(hanging => hanging >= column))
        {
            column = SkipHanging(cells, _hanging.Keys.First(hanging => hanging >= column));
        }

        EndRow();
        return cells;
    }

    /// <summary>Places continuation cells while the column is covered from above; returns the first free column.</summary>
    private int SkipHanging(List<SourceCell> cells, int column)
    {
        while (_hanging.TryGetValue(column, out var hanging))
        {
            context.CountCells();
            cells.Add(new SourceCell([], column) { ColumnSpan = hanging.Span, ContinuesAbove = true });
            column += hanging.Span;
        }

        return column;
    }

    private void EndRow()
    {
        foreach (var (column, (rows, span)) in _hanging.ToArray())
        {
            if (rows <= 1)
            {
                _hanging.Remove(column);
            }
            else
            {
                _hanging[column] = (rows - 1, span);
            }
        }
    }

    private string[] Lines(IElement cell)
    {
        var text = new StringBuilder();
        Append(cell, text, depth);
        context.CountText(text.Length);
        return SourceText.Lines(text.ToString()).ToArray();
    }

    private void Append(INode parent, StringBuilder text, int depth)
    {
        if (depth > MaxDepth)
        {
            throw Unreadable.TooDeep();
        }

        foreach (var node in parent.ChildNodes)
        {
            switch (node)
            {
                case IText words:
                    text.Append(HtmlTraits.Collapse(words.Data));
                    break;
                case IElement element when !HtmlTraits.IsHidden(element):
                    AppendElement(element, text, depth + 1);
                    break;
            }
        }
    }

    private void AppendElement(IElement element, StringBuilder text, int depth)
    {
        var isBlock = HtmlTraits.IsBlock(element) && element.LocalName is not "td" and not "th";
        text.Append(isBlock || element.LocalName == "br" ? "\n" : element.LocalName is "td" or "th" ? " " : "");
        if (element.LocalName == "li")
        {
            text.Append(markers.Next(element)).Append(' ');
        }

        Append(element, text, depth);
        text.Append(isBlock ? "\n" : "");
    }

    private static int Attribute(IElement element, string name, int max) =>
        int.TryParse(element.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? Math.Clamp(value, 1, max) : 1;
}
