namespace DiemSang.Documents.Reading.Pages;

/// <summary>A straight drawn line: horizontal ones at a height from left to right, vertical ones at a width from top to bottom. In points.</summary>
internal readonly record struct RulingLine(double At, double From, double To)
{
    public double Length => To - From;

    public bool Covers(double from, double to) => Math.Min(To, to) - Math.Max(From, from) >= (to - from) * 0.6;
}

/// <summary>Finds the lines tables are drawn with in a page image.</summary>
internal static class RulingLines
{
    private const double PointsPerMm = 72 / 25.4;

    /// <summary>The longest straight stroke of a letter at 14 points is 4 mm.</summary>
    private const double ShortestRunMm = 5;

    private const double LargestGapMm = 0.25;

    /// <summary>Runs this close are one line: thick lines, and lines a scanner bent a little.</summary>
    private const double SameLinePoints = 2.2;

    private const double SameStretchPoints = 3 * PointsPerMm;

    /// <summary>Beyond this a dark stretch is a filled cell: its edges are the lines.</summary>
    private const double ThickestLinePoints = 5;

    public static (List<RulingLine> Horizontal, List<RulingLine> Vertical) Find(GrayImage image, int darkBelow)
    {
        var scale = image.PointsPerPixel;
        var across = Lines(Runs(image.Pixels, image.Width, image.Height, scale, darkBelow), scale);
        var turned = Transpose(image);
        var down = Lines(Runs(turned, image.Height, image.Width, scale, darkBelow), scale);
        return (across, down);
    }

    /// <summary>Long dark stretches of every row of pixels: (row, from, to).</summary>
    private static List<(int Row, int From, int To)> Runs(byte[] pixels, int width, int height, double scale, int darkBelow)
    {
        var shortest = (int)(ShortestRunMm * PointsPerMm / scale);
        var gap = Math.Max(1, (int)(LargestGapMm * PointsPerMm / scale));
        var runs = new List<(int Row, int From, int To)>();
        for (var y = 0; y < height; y++)
        {
            var row = pixels.AsSpan(y * width, width);
            for (var x = NextDark(row, 0, darkBelow); x < width;)
            {
                var (from, last) = (x, x);
                for (x++; x < width && x - last <= gap; x++)
                {
                    last = row[x] < darkBelow ? x : last;
                }

                if (last - from >= shortest)
                {
                    runs.Add((y, from, last));
                }

                x = NextDark(row, x, darkBelow);
            }
        }

        return runs;
    }

    private static int NextDark(ReadOnlySpan<byte> row, int from, int darkBelow)
    {
        var found = from >= row.Length ? -1 : row[from..].IndexOfAnyInRange((byte)0, (byte)(darkBelow - 1));
        return found < 0 ? row.Length : from + found;
    }

    /// <summary>A line while its runs are gathered.</summary>
    private sealed class Growing(double at, double from, double to)
    {
        public double First { get; } = at;
        public double Last { get; set; } = at;
        public double From { get; set; } = from;
        public double To { get; set; } = to;
    }

    private static List<RulingLine> Lines(List<(int Row, int From, int To)> runs, double scale)
    {
        var open = new List<Growing>();
        var done = new List<Growing>();
        foreach (var (row, from, to) in runs)
        {
            var (at, left, right) = (row * scale, from * scale, to * scale);
            done.AddRange(open.Where(line => at - line.Last > SameLinePoints));
            open.RemoveAll(line => at - line.Last > SameLinePoints);
            var line = open.Find(found => left <= found.To + SameStretchPoints && right >= found.From - SameStretchPoints);
            if (line is null)
            {
                open.Add(new Growing(at, left, right));
            }
            else
            {
                (line.Last, line.From, line.To) = (at, Math.Min(line.From, left), Math.Max(line.To, right));
            }
        }

        done.AddRange(open);
        return done.SelectMany(Edges).OrderBy(line => line.At).ToList();
    }

    private static IEnumerable<RulingLine> Edges(Growing line) => line.Last - line.First <= ThickestLinePoints
        ? [new RulingLine((line.First + line.Last) / 2, line.From, line.To)]
        : [new RulingLine(line.First, line.From, line.To), new RulingLine(line.Last, line.From, line.To)];

    private static byte[] Transpose(GrayImage image)
    {
        var turned = new byte[image.Pixels.Length];
        for (var y = 0; y < image.Height; y++)
        {
            var row = image.Row(y);
            for (var x = 0; x < row.Length; x++)
            {
                turned[(x * image.Height) + y] = row[x];
            }
        }

        return turned;
    }
}
