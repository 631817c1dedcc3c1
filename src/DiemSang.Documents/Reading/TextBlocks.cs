using DiemSang.Core.Planning;

namespace DiemSang.Documents.Reading;

/// <summary>Gathers the lines of a plain text into paragraphs and tables.</summary>
internal sealed class TextBlocks(ReadContext context)
{
    private const int FewestTabsOfARow = 2;

    private readonly List<SourceBlock> _blocks = [];
    private readonly List<SourceRow> _rows = [];
    private int _page = 1;
    private bool _hasPages;
    private int _tables;
    private int _paragraphs;

    public void Add(string raw, int line)
    {
        if (raw.Contains('\f'))
        {
            raw = raw.Replace("\f", "", StringComparison.Ordinal);
            _page++;
            _hasPages = true;
        }

        if (CellsOf(raw) is { } cells)
        {
            AddRow(cells, line);
            return;
        }

        EndTable();
        AddParagraph(raw, line);
    }

    public IReadOnlyList<SourceBlock> Build()
    {
        EndTable();
        return _blocks;
    }

    /// <summary>The cells of a table line, or null for a paragraph. A line that only begins with tabs is an indented paragraph.</summary>
    private string[]? CellsOf(string raw)
    {
        var trimmed = raw.Trim();
        if (trimmed.Length > 2 && trimmed[0] == '|' && trimmed[^1] == '|')
        {
            return trimmed[1..^1].Split('|');
        }

        if (!raw.Contains('\t'))
        {
            return null;
        }

        var cells = raw.Split('\t');
        var filled = cells.Count(cell => !string.IsNullOrWhiteSpace(cell));
        var isIndented = filled == 1 && !string.IsNullOrWhiteSpace(cells[^1]);
        if (filled == 0 || (isIndented && _rows.Count == 0))
        {
            return null;
        }

        return cells.Length > FewestTabsOfARow || filled == cells.Length ? cells : null;
    }

    private void AddRow(string[] cells, int line)
    {
        context.CountCells(cells.Length);
        if (cells.All(cell => cell.AsSpan().Trim().IndexOfAnyExcept('-', ':') < 0 && cell.Contains('-')))
        {
            return; // the ruler under a Markdown header
        }

        var place = Place(line) with { Table = _tables + 1, Row = _rows.Count + 1, Block = _blocks.Count + 1 };
        _rows.Add(new SourceRow(place, [.. cells.Select((cell, column) => new SourceCell(TextMarks.Lines(cell), column))]));
    }

    private void EndTable()
    {
        if (_rows.Count == 0)
        {
            return;
        }

        _tables++;
        _blocks.Add(new TableBlock(_rows[0].Place with { Row = null }, [.. _rows]));
        _rows.Clear();
    }

    private void AddParagraph(string raw, int line)
    {
        var isBold = TextMarks.IsEmphasised(raw);
        foreach (var text in TextMarks.Lines(raw))
        {
            _paragraphs++;
            var place = Place(line) with { Paragraph = _paragraphs, Block = _blocks.Count + 1 };
            _blocks.Add(new ParagraphBlock(place, text) { IsBold = isBold });
        }
    }

    private SourcePlace Place(int line) => new() { Line = line, Page = _hasPages ? _page : null };
}
