namespace DiemSang.Documents.Reading.Pages;

/// <summary>Turns a page that lay crooked in the scanner: lines and rows of letters become level.</summary>
internal static class Deskew
{
    private const double MostDegrees = 3;
    private const double StepDegrees = 0.05;

    /// <summary>Turning less than this moves the edge of a page by under a millimetre.</summary>
    private const double WorthDegrees = 0.12;

    public static GrayImage Straighten(GrayImage image, int darkBelow)
    {
        var degrees = Angle(Ink(image, darkBelow), image.Height);
        return Math.Abs(degrees) < WorthDegrees ? image : Rotate(image, degrees);
    }

    /// <summary>Every dark pixel of a thinned page: enough to see which way the rows of letters run.</summary>
    private static List<(int X, int Y)> Ink(GrayImage image, int darkBelow)
    {
        var ink = new List<(int X, int Y)>();
        for (var y = 0; y < image.Height; y += 2)
        {
            var row = image.Row(y);
            for (var x = y / 2 % 5; x < row.Length; x += 5)
            {
                if (row[x] < darkBelow)
                {
                    ink.Add((x, y));
                }
            }
        }

        return ink;
    }

    /// <summary>Along the rows of letters the sums of ink differ most: full rows and empty ones.</summary>
    private static double Angle(List<(int X, int Y)> ink, int height)
    {
        var (best, bestContrast) = (0.0, -1.0);
        for (var degrees = -MostDegrees; degrees <= MostDegrees; degrees += StepDegrees * 5)
        {
            Try(ink, height, degrees, ref best, ref bestContrast);
        }

        var coarse = best;
        for (var degrees = coarse - (StepDegrees * 5); degrees <= coarse + (StepDegrees * 5); degrees += StepDegrees)
        {
            Try(ink, height, degrees, ref best, ref bestContrast);
        }

        return best;
    }

    private static void Try(List<(int X, int Y)> ink, int height, double degrees, ref double best, ref double bestContrast)
    {
        var slope = Math.Tan(degrees * Math.PI / 180);
        var rows = new int[height];
        foreach (var (x, y) in ink)
        {
            // Every second row of pixels was taken: sums are over two, or a level page would seem twice as sharp.
            rows[Math.Clamp(((int)(y - (x * slope)) / 2) + (height / 4), 0, rows.Length - 1)]++;
        }

        var contrast = rows.Sum(row => (double)row * row);
        if (contrast > bestContrast)
        {
            (best, bestContrast) = (degrees, contrast);
        }
    }

    private static GrayImage Rotate(GrayImage image, double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var (centreX, centreY) = (image.Width / 2.0, image.Height / 2.0);
        var turned = new byte[image.Pixels.Length];
        for (var y = 0; y < image.Height; y++)
        {
            for (var x = 0; x < image.Width; x++)
            {
                var (dx, dy) = (x - centreX, y - centreY);
                turned[(y * image.Width) + x] = Blend(image, centreX + (dx * cos) - (dy * sin), centreY + (dx * sin) + (dy * cos));
            }
        }

        return new GrayImage(image.Width, image.Height, turned, image.DotsPerInch);
    }

    /// <summary>Between four pixels: letters keep their grey edges, which recognition needs.</summary>
    private static byte Blend(GrayImage image, double x, double y)
    {
        var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        if (left < 0 || top < 0 || left >= image.Width - 1 || top >= image.Height - 1)
        {
            return 255;
        }

        var (fx, fy) = (x - left, y - top);
        var upper = image.Row(top);
        var lower = image.Row(top + 1);
        return (byte)((((upper[left] * (1 - fx)) + (upper[left + 1] * fx)) * (1 - fy)) + (((lower[left] * (1 - fx)) + (lower[left + 1] * fx)) * fy));
    }
}
