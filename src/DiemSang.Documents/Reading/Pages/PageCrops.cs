namespace DiemSang.Documents.Reading.Pages;

/// <summary>A piece of a page cut out for recognition.</summary>
/// <param name="IsCell">A cell is one block of text; anything else may have columns.</param>
internal sealed record PageCrop(int Page, string Path, int Left, int Top, double PointsPerPixel, bool IsCell);

/// <summary>
/// Cuts a scanned page along the lines of its tables. Recognising each cell by itself keeps neighbouring columns apart, which recognition of a
/// whole page does not.
/// </summary>
internal sealed class PageCrops(GrayImage image, int page, string folder, int darkBelow)
{
    /// <summary>White around the letters, which recognition needs.</summary>
    private const int Margin = 14;

    /// <summary>Lines and their grey edges stay outside.</summary>
    private const double InsetPoints = 1.4;

    /// <summary>The digit 1 in 11 points at 300 dpi has about 120 dark pixels; dust has fewer.</summary>
    private const int LeastInk = 45;

    private int _number;

    public List<PageCrop> Cut(IReadOnlyList<RuledTable> tables)
    {
        var crops = new List<PageCrop>();
        var top = 0.0;
        foreach (var table in tables)
        {
            Add(crops, new Box(0, top, image.Width, Pixels(table.Box.Top)), isCell: false);
            foreach (var cell in table.Cells)
            {
                Add(crops, Inset(cell.Box), isCell: true);
            }

            top = Pixels(table.Box.Bottom);
        }

        Add(crops, new Box(0, top, image.Width, image.Height), isCell: false);
        return crops;
    }

    private double Pixels(double points) => points / image.PointsPerPixel;

    private Box Inset(Box box)
    {
        var inset = Pixels(InsetPoints);
        return new Box(Pixels(box.Left) + inset, Pixels(box.Top) + inset, Pixels(box.Right) - inset, Pixels(box.Bottom) - inset);
    }

    private void Add(List<PageCrop> crops, Box area, bool isCell)
    {
        if (InkBox(area) is not { } ink)
        {
            return;
        }

        var (left, top) = ((int)ink.Left - Margin, (int)ink.Top - Margin);
        var (width, height) = ((int)ink.Width + (2 * Margin), (int)ink.Height + (2 * Margin));
        var pixels = new byte[width * height];
        Array.Fill(pixels, (byte)255);
        for (var y = Math.Max(0, (int)ink.Top); y < Math.Min(image.Height, (int)ink.Bottom); y++)
        {
            image.Row(y)[(int)ink.Left..(int)ink.Right].CopyTo(pixels.AsSpan(((y - top) * width) + Margin));
        }

        var path = Path.Combine(folder, $"crop-{page}-{++_number}.pgm");
        new GrayImage(width, height, pixels, image.DotsPerInch).WritePgm(path);
        crops.Add(new PageCrop(page, path, left, top, image.PointsPerPixel, isCell));
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
