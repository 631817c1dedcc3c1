namespace DiemSang.Documents.Reading.Sheets;

/// <summary>One filled cell of a sheet; rows and columns count from 0.</summary>
internal sealed record SheetCell(int Column, IReadOnlyList<string> Lines)
{
    public bool IsBold { get; init; }
    public bool IsCentred { get; init; }
    public int ColumnSpan { get; init; } = 1;
    public bool ContinuesAbove { get; init; }
}

/// <summary>A row that has something in it.</summary>
internal sealed record SheetRow(int Number, List<SheetCell> Cells);

internal readonly record struct CellMerge(int FirstRow, int LastRow, int FirstColumn, int LastColumn);

internal static class SheetGrid
{
    /// <summary>Widens merged cells and marks the rows below them as their continuation; only rows that exist are touched, however large the merge claims to be.</summary>
    public static void Merge(List<SheetRow> rows, IEnumerable<CellMerge> merges, ReadContext context)
    {
        foreach (var merge in merges)
        {
            context.ThrowIfStopped();
            context.CountCells();
            var first = rows.FindIndexSorted(merge.FirstRow);
            for (var i = first; i < rows.Count && rows[i].Number <= merge.LastRow; i++)
            {
                context.CountCells();
                MergeInRow(rows[i], merge);
            }
        }
    }

    private static void MergeInRow(SheetRow row, CellMerge merge)
    {
        var isTop = row.Number == merge.FirstRow;
        var at = row.Cells.FindIndex(cell => cell.Column == merge.FirstColumn);
        var cell = isTop && at >= 0 ? row.Cells[at] : new SheetCell(merge.FirstColumn, []);
        row.Cells.RemoveAll(covered => covered.Column >= merge.FirstColumn && covered.Column <= merge.LastColumn);
        var insertAt = row.Cells.TakeWhile(other => other.Column < merge.FirstColumn).Count();
        row.Cells.Insert(insertAt, cell with { ColumnSpan = merge.LastColumn - merge.FirstColumn + 1, ContinuesAbove = !isTop });
    }

    private static int FindIndexSorted(this List<SheetRow> rows, int number)
    {
        var (low, high) = (0, rows.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = rows[middle].Number < number ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
