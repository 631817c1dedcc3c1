namespace DiemSang.Documents.Reading.Pages;

/// <summary>A cell of a drawn table on its grid.</summary>
internal readonly record struct GridCell(int Row, int Column, int RowSpan, int ColumnSpan, Box Box);

/// <summary>A table told by its lines: where its columns are cut and which cells are merged.</summary>
internal sealed record RuledTable(Box Box, IReadOnlyList<double> ColumnEdges, IReadOnlyList<double> RowEdges, IReadOnlyList<GridCell> Cells)
{
    private const double Tolerance = 4;

    /// <summary>Lines belonging together are drawn this close.</summary>
    private const double SameEdge = 5;

    /// <summary>All tables of a page, from top to bottom.</summary>
    public static List<RuledTable> Find(List<RulingLine> horizontal, List<RulingLine> vertical)
    {
        var across = horizontal.Where(line => vertical.Exists(other => Ends(line.From, other, line.At)) && vertical.Exists(other => Ends(line.To, other, line.At))).ToList();
        return Groups(across, vertical).Select(group => Build(group.Across, group.Down)).OfType<RuledTable>().OrderBy(table => table.Box.Top).ToList();
    }

    /// <summary>A line of a table runs from one upright line to another; underlines and the feet of letters do not.</summary>
    private static bool Ends(double end, RulingLine upright, double at) =>
        Math.Abs(upright.At - end) <= Tolerance && at >= upright.From - Tolerance && at <= upright.To + Tolerance;

    /// <summary>Lines that touch each other, directly or through others, are one table.</summary>
    private static IEnumerable<(List<RulingLine> Across, List<RulingLine> Down)> Groups(List<RulingLine> horizontal, List<RulingLine> vertical)
    {
        var restAcross = new HashSet<RulingLine>(horizontal);
        var restDown = new HashSet<RulingLine>(vertical);
        while (restAcross.Count > 0)
        {
            var (across, down) = (new List<RulingLine>(), new List<RulingLine>());
            var queue = new Queue<(RulingLine Line, bool IsAcross)>();
            queue.Enqueue((restAcross.First(), true));
            restAcross.Remove(queue.Peek().Line);
            while (queue.TryDequeue(out var next))
            {
                (next.IsAcross ? across : down).Add(next.Line);
                var others = next.IsAcross ? restDown : restAcross;
                foreach (var other in others.Where(other => Touch(next.Line, other)).ToList())
                {
                    others.Remove(other);
                    queue.Enqueue((other, !next.IsAcross));
                }
            }

            yield return (across, down);
        }
    }

    private static bool Touch(RulingLine one, RulingLine other) =>
        one.At >= other.From - Tolerance && one.At <= other.To + Tolerance && other.At >= one.From - Tolerance && other.At <= one.To + Tolerance;

    private static RuledTable? Build(List<RulingLine> across, List<RulingLine> down)
    {
        if (down.Count < 2)
        {
            return null;
        }

        // A row cut by the end of the page may have no line there: the uprights tell how far it goes.
        var rows = Edges(across.Select(line => line.At).Concat([down.Min(line => line.From), down.Max(line => line.To)]));
        var columns = Edges(down.Select(line => line.At).Concat([across.Min(line => line.From), across.Max(line => line.To)]));
        if (rows.Count < 2 || columns.Count < 3)
        {
            return null;
        }

        return new RuledTable(new Box(columns[0], rows[0], columns[^1], rows[^1]), columns, rows, MergedCells(rows, columns, across, down));
    }

    private static List<double> Edges(IEnumerable<double> positions)
    {
        var edges = new List<double>();
        foreach (var position in positions.Order())
        {
            if (edges.Count == 0 || position - edges[^1] > SameEdge)
            {
                edges.Add(position);
            }
        }

        return edges;
    }

    /// <summary>Every rectangle of the grid grows right while no upright stands in its way, then down while no line does.</summary>
    private static List<GridCell> MergedCells(List<double> rows, List<double> columns, List<RulingLine> across, List<RulingLine> down)
    {
        var taken = new bool[rows.Count - 1, columns.Count - 1];
        var cells = new List<GridCell>();
        for (var row = 0; row < rows.Count - 1; row++)
        {
            for (var column = 0; column < columns.Count - 1; column++)
            {
                if (!taken[row, column])
                {
                    var cell = Grow(row, column, taken, rows, columns, across, down);
                    Take(taken, cell);
                    cells.Add(cell);
                }
            }
        }

        return cells;
    }

    private static GridCell Grow(int row, int column, bool[,] taken, List<double> rows, List<double> columns, List<RulingLine> across, List<RulingLine> down)
    {
        var (right, bottom) = (column + 1, row + 1);
        while (right < columns.Count - 1 && !taken[row, right] && !IsDrawn(down, columns[right], rows[row], rows[row + 1]))
        {
            right++;
        }

        while (bottom < rows.Count - 1 && !IsDrawn(across, rows[bottom], columns[column], columns[right]))
        {
            bottom++;
        }

        return new GridCell(row, column, bottom - row, right - column, new Box(columns[column], rows[row], columns[right], rows[bottom]));
    }

    private static void Take(bool[,] taken, GridCell cell)
    {
        for (var row = cell.Row; row < cell.Row + cell.RowSpan; row++)
        {
            for (var column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
            {
                taken[row, column] = true;
            }
        }
    }

    private static bool IsDrawn(List<RulingLine> lines, double at, double from, double to) =>
        lines.Exists(line => Math.Abs(line.At - at) <= SameEdge && line.Covers(from, to));
}
