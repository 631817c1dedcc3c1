using System.Globalization;

namespace DiemSang.Documents.Reading.Pages;

/// <summary>A page image, one byte a pixel: 0 is black.</summary>
internal sealed class GrayImage(int width, int height, byte[] pixels, double dotsPerInch)
{
    public int Width => width;
    public int Height => height;
    public byte[] Pixels => pixels;
    public double DotsPerInch => dotsPerInch;

    /// <summary>Points of one pixel.</summary>
    public double PointsPerPixel => 72 / dotsPerInch;

    public ReadOnlySpan<byte> Row(int y) => pixels.AsSpan(y * width, width);

    /// <summary>Reads a binary PGM ("P5"), the form in which pdftoppm prints grey pages.</summary>
    public static GrayImage ReadPgm(string path, double dotsPerInch, ReadLimits limits, int page)
    {
        using var file = File.OpenRead(path);
        var (magic, width, height, max) = (Token(file), Integer(file), Integer(file), Integer(file));
        if (magic != "P5" || width <= 0 || height <= 0 || max != 255)
        {
            throw Unreadable.Damaged();
        }

        if ((long)width * height > limits.MaxPagePixels)
        {
            throw Unreadable.PageTooBig(page);
        }

        var pixels = new byte[width * height];
        file.ReadExactly(pixels);
        return new GrayImage(width, height, pixels, dotsPerInch);
    }

    /// <summary>A smaller image in which every pixel is the mean of those it covers.</summary>
    /// <param name="factor">Below 1.</param>
    public GrayImage Shrink(double factor)
    {
        var (narrow, low) = (Math.Max(1, (int)(width * factor)), Math.Max(1, (int)(height * factor)));
        var across = new byte[narrow * height];
        for (var y = 0; y < height; y++)
        {
            ShrinkLine(pixels, y * width, 1, width, across, y * narrow, 1, narrow);
        }

        var shrunk = new byte[narrow * low];
        for (var x = 0; x < narrow; x++)
        {
            ShrinkLine(across, x, narrow, height, shrunk, x, narrow, low);
        }

        return new GrayImage(narrow, low, shrunk, dotsPerInch * factor);
    }

    public void WritePgm(string path)
    {
        using var file = File.Create(path);
        file.Write(System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{width} {height}\n255\n")));
        file.Write(pixels);
    }

    private static void ShrinkLine(byte[] from, int start, int step, int length, byte[] to, int toStart, int toStep, int toLength)
    {
        var ratio = (double)length / toLength;
        for (var i = 0; i < toLength; i++)
        {
            var (first, end) = (i * ratio, Math.Min(length, (i + 1) * ratio));
            var sum = 0.0;
            for (var at = (int)first; at < end; at++)
            {
                sum += from[start + (at * step)] * (Math.Min(at + 1, end) - Math.Max(at, first));
            }

            to[toStart + (i * toStep)] = (byte)(sum / (end - first));
        }
    }

    private static int Integer(Stream file) => int.TryParse(Token(file), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : -1;

    private static string Token(Stream file)
    {
        var token = "";
        for (var next = file.ReadByte(); next >= 0; next = file.ReadByte())
        {
            if (next == '#' && token.Length == 0)
            {
                while (file.ReadByte() is not '\n' and not -1)
                {
                }
            }
            else if (!char.IsWhiteSpace((char)next))
            {
                token += (char)next;
            }
            else if (token.Length > 0)
            {
                break;
            }
        }

        return token;
    }
}
