namespace DiemSang.Core.Statistics.Disclosure;

/// <summary>Respondents by row and column, totals last. For a single list see <see cref="SmallGroups"/>.</summary>
public sealed class CountTable
{
    private readonly int[,] _counts;

    /// <param name="cells">Respondents per row and column, without totals.</param>
    public CountTable(int[,] cells)
    {
        var (rows, columns) = (cells.GetLength(0), cells.GetLength(1));
        _counts = new int[rows + 1, columns + 1];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                _counts[row, column] = cells[row, column];
                _counts[row, columns] += cells[row, column];
                _counts[rows, column] += cells[row, column];
                _counts[rows, columns] += cells[row, column];
            }
        }
    }

    /// <summary>Rows, the total row among them.</summary>
    public int Rows => _counts.GetLength(0);

    /// <summary>Columns, the total column among them.</summary>
    public int Columns => _counts.GetLength(1);

    public int this[int row, int column] => _counts[row, column];
}
