namespace DiemSang.Documents.Reading.Pages;

/// <summary>A table without drawn lines that may go on over the page.</summary>
internal sealed record OpenGutterTable(IReadOnlyList<double> Columns, SourceRow Header);

/// <summary>A table without drawn lines, told by the empty gutters between its columns.</summary>
internal sealed record GutterTable(List<PageWord> Above, IReadOnlyList<double> Columns, List<List<SourceCell>> Rows)
{
    /// <summary>Fewer columns are head blocks and signatures side by side, which read well enough as text.</summary>
    private const int FewestColumns = 4;
    private const int FewestLines = 4;

    /// <summary>A line with a blank wider than this many times its height is cut there.</summary>
    private const double Cut = 0.9;

    /// <summary>Space between rows, as a share of a line's height.</summary>
    private const double RowGap = 0.25;

    /// <summary>One word in this many may cross a gutter: names of indices and contents do.</summary>
    private const int MayCross = 15;

    /// <summary>A header printed again is looked for in this many lines at the top of a page.</summary>
    private const int MostHeaderLines = 8;

    /// <param name="words">Words of a page outside drawn tables.</param>
    /// <param name="before">The table at the foot of the page before: a page in the middle of a long row shows too few columns of its own.</param>
    public static GutterTable? Find(List<PageWord> words, OpenGutterTable? before)
    {
        if (before is not null && words.Count(word => before.Columns.Skip(1).SkipLast(1).Any(edge => word.Box.Left < edge && word.Box.Right > edge)) * MayCross < words.Count)
        {
            return Build(words, 0, [.. before.Columns], before.Header);
        }

        var lines = TextFlow.Lines(words);
        var header = lines.FindIndex(line => Pieces(words, line).Count >= FewestColumns);
        if (header < 0 || lines.Count - header < FewestLines)
        {
            return null;
        }

        var below = words.Where(word => word.Box.CentreY > lines[header].Box.Top - lines[header].Box.Height).ToList();
        var gutters = Gutters(below);
        return gutters.Count + 1 < FewestColumns ? null : Build(words, lines[header].Box.Top, [below.Min(word => word.Box.Left), .. gutters, below.Max(word => word.Box.Right)], header: null);
    }

    private static List<Box> Pieces(List<PageWord> words, TextLine line)
    {
        var pieces = new List<Box>();
        foreach (var box in words.Select(word => word.Box).Where(box => box.CentreY > line.Box.Top && box.CentreY < line.Box.Bottom).OrderBy(box => box.Left))
        {
            if (pieces.Count > 0 && box.Left - pieces[^1].Right < box.Height * Cut)
            {
                pieces[^1] = pieces[^1].With(box);
            }
            else
            {
                pieces.Add(box);
            }
        }

        return pieces;
    }

    /// <summary>Middle of every upright stripe that hardly any line crosses.</summary>
    private static List<double> Gutters(List<PageWord> words)
    {
        var (left, right) = ((int)words.Min(word => word.Box.Left), (int)words.Max(word => word.Box.Right) + 1);
        var filled = new int[right - left + 1];
        foreach (var word in words)
        {
            for (var x = (int)word.Box.Left; x <= (int)word.Box.Right; x++)
            {
                filled[Math.Clamp(x - left, 0, right - left)]++;
            }
        }

        var lines = TextFlow.Lines(words).Count;
        var mayCross = lines / 12;
        var narrowest = words.Average(word => word.Box.Height) * 0.5;
        var gutters = new List<double>();
        for (var x = 0; x < filled.Length; x++)
        {
            var from = x;
            while (x < filled.Length && filled[x] <= mayCross)
            {
                x++;
            }

            if (x - from >= narrowest && from > 0 && x < filled.Length)
            {
                gutters.Add(left + ((from + x) / 2.0));
            }
        }

        return gutters;
    }

    private static GutterTable Build(List<PageWord> words, double top, double[] columns, SourceRow? header)
    {
        var repeated = header is null ? [] : RepeatedHeader(words, columns, header);
        var bands = Bands(words.Except(repeated));
        if (repeated.Count > 0)
        {
            bands.Insert(0, repeated);
        }

        var first = bands.FindIndex(band => band.Exists(word => word.Box.CentreY >= top));
        var inTable = bands.Skip(first).ToList();
        var rights = Enumerable.Range(0, columns.Length - 1).Select(column => inTable.SelectMany(band => band)
            .Where(word => Column(word.Box.CentreX, columns) == column).Select(word => word.Box.Right).DefaultIfEmpty(columns[column + 1]).Max()).ToArray();
        var rows = inTable.SelectMany(band => AtNumbers(band, columns[1])).Select(row => Row(row, columns, rights)).ToList();
        return new GutterTable(bands.Take(first).SelectMany(band => band).ToList(), columns, rows);
    }

    /// <summary>The header printed again at the top of a page: the row that goes on below it may stand so close that no gap parts them.</summary>
    private static List<PageWord> RepeatedHeader(List<PageWord> words, double[] columns, SourceRow header)
    {
        var printed = header.Cells.Select(cell => cell.Text).ToList();
        var top = new List<PageWord>();
        foreach (var line in TextFlow.WordLines(words).Take(MostHeaderLines))
        {
            top.AddRange(line);
            if (Cells(top, columns, [.. columns.Skip(1)]).Select(cell => cell.Text).SequenceEqual(printed))
            {
                return top;
            }
        }

        return [];
    }

    /// <summary>
    /// Words between two empty stripes over the whole width. A row may be several of them; those without a number are read as the rest of the
    /// row above, as after a page break.
    /// </summary>
    private static List<List<PageWord>> Bands(IEnumerable<PageWord> words)
    {
        var bands = new List<List<PageWord>>();
        var bottom = double.NegativeInfinity;
        foreach (var word in words.OrderBy(word => word.Box.Top))
        {
            if (word.Box.Top - bottom > word.Box.Height * RowGap)
            {
                bands.Add([]);
            }

            bands[^1].Add(word);
            bottom = Math.Max(bottom, word.Box.Bottom);
        }

        return bands;
    }

    /// <summary>Rows set without a gap are cut where the first column has a word.</summary>
    private static IEnumerable<List<PageWord>> AtNumbers(List<PageWord> band, double firstGutter)
    {
        var starts = TextFlow.Lines(band.Where(word => word.Box.CentreX < firstGutter)).Select(line => line.Box.Top - (line.Box.Height * 0.3)).Skip(1).ToList();
        var from = double.NegativeInfinity;
        foreach (var to in starts.Append(double.PositiveInfinity))
        {
            var row = band.Where(word => word.Box.CentreY >= from && word.Box.CentreY < to).ToList();
            from = to;
            if (row.Count > 0)
            {
                yield return row;
            }
        }
    }

    private static List<SourceCell> Row(List<PageWord> words, double[] columns, double[] rights)
    {
        var lines = TextFlow.Lines(words);
        return lines.Count == 1 && Pieces(words, lines[0]).Any(piece => Column(piece.Left, columns) != Column(piece.Right, columns))
            ? Heading(words, Pieces(words, lines[0]), columns)
            : Cells(words, columns, rights);
    }

    /// <summary>The name of an index or a content runs over the gutters.</summary>
    private static List<SourceCell> Heading(List<PageWord> words, List<Box> pieces, double[] columns) => pieces.ConvertAll(piece =>
    {
        var text = TextFlow.Lines(words.Where(word => word.Box.CentreX >= piece.Left && word.Box.CentreX <= piece.Right)).ConvertAll(line => line.Text);
        var first = Column(piece.Left, columns);
        return new SourceCell(text, first) { ColumnSpan = first == 0 ? 1 : columns.Length - 1 - first };
    });

    private static int Column(double x, double[] columns) => Math.Clamp(columns.Count(edge => edge <= x) - 1, 0, columns.Length - 2);

    private static List<SourceCell> Cells(List<PageWord> words, double[] columns, double[] rights)
    {
        var cells = new List<SourceCell>();
        for (var i = 0; i < columns.Length - 1; i++)
        {
            var lines = TextFlow.Lines(words.Where(word => Column(word.Box.CentreX, columns) == i));
            var left = lines.Count == 0 ? 0 : lines.Min(line => line.Box.Left);
            cells.Add(new SourceCell(TextFlow.Paragraphs(lines, left, rights[i]), i) { OcrConfidence = lines.Min(line => line.Confidence) });
        }

        return cells;
    }
}
