namespace DiemSang.Documents.Reading.Pages;

/// <summary>A piece of a page cut out for recognition.</summary>
/// <param name="Left">Left edge of the piece on the page, in points.</param>
/// <param name="PointsPerPixel">Of the piece, which is drawn smaller than the page was.</param>
internal sealed record PageCrop(int Page, string Path, double Left, double Top, double PointsPerPixel, CropKind Kind)
{
    /// <summary>The same short text drawn in other sizes, to be read again; empty for longer texts.</summary>
    public IReadOnlyList<string> OtherSizes { get; init; } = [];

    public Box OnPage(Box box) => new(
        Left + (box.Left * PointsPerPixel), Top + (box.Top * PointsPerPixel), Left + (box.Right * PointsPerPixel), Top + (box.Bottom * PointsPerPixel));
}

/// <summary>A cell is one block of text; a band between tables may have columns.</summary>
internal enum CropKind { Cell, Band }

/// <summary>
/// Cuts a scanned page along the lines of its tables. Recognising each cell by itself keeps neighbouring columns apart, which recognition of a
/// whole page does not.
/// </summary>
internal sealed class PageCrops(GrayImage image, int page, string folder, int darkBelow)
{
    /// <summary>White around the letters, which recognition needs.</summary>
    private const int Margin = 30;

    /// <summary>Lines and their grey edges stay outside.</summary>
    private const double InsetPoints = 1.4;

    /// <summary>The digit 1 in 11 points at 300 dpi has about 120 dark pixels; dust has fewer.</summary>
    private const int LeastInk = 45;

    /// <summary>Measured on Vietnamese text of 12 points: letters drawn at 225 dpi are read best.</summary>
    private const double Scale = 0.75;

    /// <summary>"III", "12.3": a few signs give recognition no words to lean on, so they are read in three sizes.</summary>
    private const double LongestShortPoints = 45;
    private const double TallestShortPoints = 16;
    private static readonly double[] OtherScales = [0.6, 0.75, 0.9];

    private int _number;

    public List<PageCrop> Cut(IReadOnlyList<RuledTable> tables)
    {
        var crops = new List<PageCrop>();
        var top = 0.0;
        foreach (var table in tables)
        {
            Add(crops, new Box(0, top, image.Width, Pixels(table.Box.Top)), CropKind.Band);
            foreach (var cell in table.Cells)
            {
                Add(crops, Inset(cell.Box), CropKind.Cell);
            }

            top = Pixels(table.Box.Bottom);
        }

        Add(crops, new Box(0, top, image.Width, image.Height), CropKind.Band);
        return crops;
    }

    private double Pixels(double points) => points / image.PointsPerPixel;

    private Box Inset(Box box)
    {
        var inset = Pixels(InsetPoints);
        return new Box(Pixels(box.Left) + inset, Pixels(box.Top) + inset, Pixels(box.Right) - inset, Pixels(box.Bottom) - inset);
    }

    private void Add(List<PageCrop> crops, Box area, CropKind kind)
    {
        if (InkBox(area) is not { } ink)
        {
            return;
        }

        var piece = Copy(ink);
        var isShort = kind == CropKind.Cell && ink.Width * image.PointsPerPixel <= LongestShortPoints && ink.Height * image.PointsPerPixel <= TallestShortPoints;
        crops.Add(new PageCrop(
            page, Write(piece, Scale), (ink.Left - Margin) * image.PointsPerPixel, (ink.Top - Margin) * image.PointsPerPixel, image.PointsPerPixel / Scale, kind)
        {
            OtherSizes = isShort ? [.. OtherScales.Select(scale => Write(piece, scale))] : [],
        });
    }

    private GrayImage Copy(Box ink)
    {
        var (width, height) = ((int)ink.Width + (2 * Margin), (int)ink.Height + (2 * Margin));
        var pixels = new byte[width * height];
        Array.Fill(pixels, (byte)255);
        for (var y = 0; y < (int)ink.Height; y++)
        {
            image.Row((int)ink.Top + y)[(int)ink.Left..(int)ink.Right].CopyTo(pixels.AsSpan(((y + Margin) * width) + Margin));
        }

        return new GrayImage(width, height, pixels, image.DotsPerInch);
    }

    private string Write(GrayImage piece, double scale)
    {
        var path = Path.Combine(folder, $"crop-{page}-{++_number}.pgm");
        piece.Shrink(scale).WritePgm(path);
        return path;
    }

    /// <summary>The part of an area that has something written in it, or null; single dark pixels are dust.</summary>
    private Box? InkBox(Box area)
    {
        var (left, right) = (Math.Max(1, (int)area.Left), Math.Min(image.Width - 1, (int)area.Right));
        var (top, bottom) = (Math.Max(1, (int)area.Top), Math.Min(image.Height - 1, (int)area.Bottom));
        var (inkLeft, inkTop, inkRight, inkBottom, count) = (int.MaxValue, int.MaxValue, -1, -1, 0);
        for (var y = top; y < bottom; y++)
        {
            var row = image.Row(y);
            var above = image.Row(y - 1);
            for (var x = left; x < right; x++)
            {
                if (row[x] < darkBelow && row[x - 1] < darkBelow && above[x] < darkBelow)
                {
                    (inkLeft, inkRight) = (Math.Min(inkLeft, x - 1), Math.Max(inkRight, x + 1));
                    (inkTop, inkBottom) = (Math.Min(inkTop, y - 1), Math.Max(inkBottom, y + 1));
                    count++;
                }
            }
        }

        return count < LeastInk ? null : new Box(inkLeft, inkTop, inkRight + 1, inkBottom + 1);
    }
}
