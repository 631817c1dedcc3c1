namespace DiemSang.Core.Statistics.Disclosure;

/// <summary>The cells of a table that are hidden so far, and what a reader could still work out.</summary>
internal sealed class HiddenCells(CountTable table, int smallest)
{
    private readonly bool[,] _hidden = new bool[table.Rows, table.Columns];

    public bool[,] ToArray() => (bool[,])_hidden.Clone();

    public void HideSmall()
    {
        foreach (var (row, column) in Cells())
        {
            _hidden[row, column] = table[row, column] > 0 && table[row, column] < smallest;
        }
    }

    /// <summary>Hides what covers one exposed cell; false when none is exposed, or nothing is left that could cover it.</summary>
    public bool CoverOneMore()
    {
        foreach (var exposed in Cells().Where(cell => _hidden[cell.Row, cell.Column] && IsExposed(cell)).ToList())
        {
            List<(int Row, int Column)> cover = IsOnClosedPath(exposed) ? [] : CheapestRectangle(exposed);
            cover = cover.Count > 0 ? cover : [.. Beside(exposed).Take(1)];
            cover.ForEach(cell => _hidden[cell.Row, cell.Column] = true);
            if (cover.Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Cells to hide so that the exposed one becomes a corner of a hidden rectangle: few totals, few cells, few respondents.</summary>
    private List<(int Row, int Column)> CheapestRectangle((int Row, int Column) exposed)
    {
        var corners =
            from row in Enumerable.Range(0, table.Rows)
            from column in Enumerable.Range(0, table.Columns)
            where row != exposed.Row && column != exposed.Column
            let rectangle = new List<(int Row, int Column)> { (exposed.Row, column), (row, exposed.Column), (row, column) }
            where rectangle.TrueForAll(cell => table[cell.Row, cell.Column] > 0)
            let toHide = rectangle.FindAll(cell => !_hidden[cell.Row, cell.Column])
            orderby toHide.Count(IsTotal), toHide.Count, toHide.Sum(cell => table[cell.Row, cell.Column])
            select toHide;
        return corners.FirstOrDefault([]);
    }

    /// <summary>Shown cells of the same row or column that could hide it, smallest first, totals last.</summary>
    private List<(int Row, int Column)> Beside((int Row, int Column) exposed) =>
    [
        .. Cells()
            .Where(cell => (cell.Row == exposed.Row || cell.Column == exposed.Column) && !_hidden[cell.Row, cell.Column])
            .Where(cell => table[cell.Row, cell.Column] > 0)
            .OrderBy(IsTotal)
            .ThenBy(cell => table[cell.Row, cell.Column]),
    ];

    private bool IsExposed((int Row, int Column) cell) => !IsOnClosedPath(cell) || IsThin(cell);

    /// <summary>With its total shown, what a line hides adds up to a figure anyone can compute: it must be a group large enough too.</summary>
    private bool IsThin((int Row, int Column) cell)
    {
        var inRow = Enumerable.Range(0, table.Columns).Where(column => _hidden[cell.Row, column]).ToList();
        var inColumn = Enumerable.Range(0, table.Rows).Where(row => _hidden[row, cell.Column]).ToList();
        return (!inRow.Contains(table.Columns - 1) && inRow.Sum(column => table[cell.Row, column]) < smallest)
            || (!inColumn.Contains(table.Rows - 1) && inColumn.Sum(row => table[row, cell.Column]) < smallest);
    }

    private bool IsTotal((int Row, int Column) cell) => cell.Row == table.Rows - 1 || cell.Column == table.Columns - 1;

    /// <summary>Rows and columns are nodes, hidden cells edges: is there another way from the cell's row to its column?</summary>
    private bool IsOnClosedPath((int Row, int Column) cell)
    {
        var rows = new bool[table.Rows];
        var columns = new bool[table.Columns];
        var waiting = new Stack<(bool IsRow, int Line)>([(true, cell.Row)]);
        while (waiting.TryPop(out var node))
        {
            var seen = node.IsRow ? rows : columns;
            if (seen[node.Line])
            {
                continue;
            }

            seen[node.Line] = true;
            foreach (var next in Neighbours(node, cell))
            {
                waiting.Push((!node.IsRow, next));
            }
        }

        return columns[cell.Column];
    }

    private IEnumerable<int> Neighbours((bool IsRow, int Line) node, (int Row, int Column) without) =>
        node.IsRow
            ? Enumerable.Range(0, table.Columns).Where(column => _hidden[node.Line, column] && (node.Line, column) != without)
            : Enumerable.Range(0, table.Rows).Where(row => _hidden[row, node.Line] && (row, node.Line) != without);

    private IEnumerable<(int Row, int Column)> Cells() =>
        Enumerable.Range(0, table.Rows).SelectMany(row => Enumerable.Range(0, table.Columns).Select(column => (row, column)));
}
