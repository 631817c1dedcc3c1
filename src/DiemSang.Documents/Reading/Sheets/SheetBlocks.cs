using DiemSang.Core.Planning;

namespace DiemSang.Documents.Reading.Sheets;

/// <summary>
/// A sheet holds one appendix, with the document's head above it and sometimes recipients and signature below: the widest rows are the
/// table, what stands before the first and after the last of them becomes paragraphs.
/// </summary>
internal sealed class SheetBlocks(ReadContext context)
{
    /// <summary>A header row of an appendix fills at least this many cells; "UBND … | CỘNG HÒA …" above it fills two.</summary>
    private const int TableWidth = 4;

    private readonly List<SourceBlock> _blocks = [];
    private int _tables;

    public IReadOnlyList<SourceBlock> Blocks => _blocks;

    public void AddSheet(string? sheet, IReadOnlyList<SheetRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var wide = Math.Min(TableWidth, rows.Max(Filled));
        var first = rows.TakeWhile(row => Filled(row) < wide).Count();
        var last = LastTableRow(rows, first, wide);
        AddLoose(sheet, rows.Take(first));
        AddTable(sheet, [.. rows.Skip(first).Take(last - first + 1)]);
        AddLoose(sheet, rows.Skip(last + 1));
    }

    private static int Filled(SheetRow row) => row.Cells.Count(cell => cell.Lines.Count > 0);

    /// <summary>The tail begins at the first empty row after which no row is as wide as the table.</summary>
    private static int LastTableRow(IReadOnlyList<SheetRow> rows, int first, int wide)
    {
        var lastWide = rows.Count - 1;
        while (lastWide > first && Filled(rows[lastWide]) < wide)
        {
            lastWide--;
        }

        var last = lastWide;
        while (last + 1 < rows.Count && rows[last + 1].Number == rows[last].Number + 1)
        {
            last++;
        }

        return last;
    }

    private void AddTable(string? sheet, IReadOnlyList<SheetRow> rows)
    {
        var width = rows.Max(row => row.Cells.Count == 0 ? 0 : row.Cells[^1].Column + 1);
        var place = NextPlace(sheet) with { Table = ++_tables };
        _blocks.Add(new TableBlock(place, rows.Select(row => new SourceRow(place with { Row = row.Number + 1 }, Cells(row, width))).ToList()));
    }

    /// <summary>Empty cells are told too, so that a column can be found by position.</summary>
    private List<SourceCell> Cells(SheetRow row, int width)
    {
        var cells = new List<SourceCell>(row.Cells.Count);
        var column = 0;
        foreach (var cell in row.Cells)
        {
            AddEmpty(cells, ref column, cell.Column);
            cells.Add(new SourceCell(cell.Lines, cell.Column) { ColumnSpan = cell.ColumnSpan, ContinuesAbove = cell.ContinuesAbove });
            column = cell.Column + cell.ColumnSpan;
        }

        AddEmpty(cells, ref column, width);
        return cells;
    }

    private void AddEmpty(List<SourceCell> cells, ref int column, int until)
    {
        for (; column < until; column++)
        {
            context.CountCells();
            cells.Add(new SourceCell([], column));
        }
    }

    /// <summary>Rows with one filled cell are paragraphs; neighbouring rows with more are a small table, as in a DOCX head.</summary>
    private void AddLoose(string? sheet, IEnumerable<SheetRow> rows)
    {
        var pending = new List<SheetRow>();
        foreach (var row in rows)
        {
            if (Filled(row) > 1)
            {
                pending.Add(row);
                continue;
            }

            FlushLoose(sheet, pending);
            foreach (var cell in row.Cells.Where(cell => cell.Lines.Count > 0))
            {
                _blocks.Add(new ParagraphBlock(NextPlace(sheet) with { Row = row.Number + 1 }, string.Join('\n', cell.Lines))
                {
                    IsBold = cell.IsBold,
                    IsCentred = cell.IsCentred,
                });
            }
        }

        FlushLoose(sheet, pending);
    }

    private void FlushLoose(string? sheet, List<SheetRow> pending)
    {
        if (pending.Count > 0)
        {
            AddTable(sheet, [.. pending]);
            pending.Clear();
        }
    }

    private SourcePlace NextPlace(string? sheet) => new() { Sheet = sheet, Block = _blocks.Count + 1 };
}
