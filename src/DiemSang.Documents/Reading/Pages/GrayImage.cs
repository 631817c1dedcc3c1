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

    public void WritePgm(string path)
    {
        using var file = File.Create(path);
        file.Write(System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{width} {height}\n255\n")));
        file.Write(pixels);
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
