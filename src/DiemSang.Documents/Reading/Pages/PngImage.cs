using System.Buffers.Binary;
using System.IO.Compression;

namespace DiemSang.Documents.Reading.Pages;

/// <summary>PNG → pixels (ISO/IEC 15948): grey for recognition, colours for the screen. Interlaced files, which no scanner writes, are refused.</summary>
internal sealed class PngImage
{
    private const int Grey = 0, Rgb = 2, Palette = 3, GreyAlpha = 4, RgbAlpha = 6;
    private const double LongSideOfA4Inches = 297 / 25.4;

    private readonly byte[] _file;
    private readonly MemoryStream _packed = new();
    private int _width;
    private int _height;
    private int _depth;
    private int _kind;
    private ReadOnlyMemory<byte> _palette;

    private PngImage(byte[] file) => _file = file;

    public static GrayImage Read(byte[] file, ReadLimits limits)
    {
        var png = new PngImage(file);
        png.ReadChunks(limits);
        var pixels = png.Unpack(1, static (colour, pixel) => pixel[0] = colour.Luminance);
        return new GrayImage(png._width, png._height, pixels, Math.Max(png._width, png._height) / LongSideOfA4Inches);
    }

    /// <summary>Three bytes a pixel, red first; what is transparent lies on white.</summary>
    public static (int Width, int Height, byte[] Pixels) ReadColours(byte[] file, ReadLimits limits)
    {
        var png = new PngImage(file);
        png.ReadChunks(limits);
        return (png._width, png._height, png.Unpack(3, static (colour, pixel) => (pixel[0], pixel[1], pixel[2]) = (colour.Red, colour.Green, colour.Blue)));
    }

    private int Channels => _kind switch { Rgb => 3, GreyAlpha => 2, RgbAlpha => 4, _ => 1 };

    private int RowBytes => checked((int)(((long)_width * Channels * _depth + 7) / 8));

    private void ReadChunks(ReadLimits limits)
    {
        for (var at = 8; at + 12 <= _file.Length && !_file.AsSpan(at + 4, 4).SequenceEqual("IEND"u8);)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(_file.AsSpan(at));
            if (length > _file.Length - at - 12)
            {
                throw Unreadable.Damaged();
            }

            ReadChunk(_file.AsSpan(at + 4, 4), _file.AsMemory(at + 8, (int)length), limits);
            at += 12 + (int)length;
        }

        _packed.Position = 0;
        if (_width == 0)
        {
            throw Unreadable.Damaged();
        }
    }

    private void ReadChunk(ReadOnlySpan<byte> name, ReadOnlyMemory<byte> data, ReadLimits limits)
    {
        if (name.SequenceEqual("IHDR"u8))
        {
            ReadHeader(data.Span, limits);
        }
        else if (name.SequenceEqual("PLTE"u8))
        {
            _palette = data;
        }
        else if (name.SequenceEqual("IDAT"u8))
        {
            _packed.Write(data.Span);
        }
    }

    private void ReadHeader(ReadOnlySpan<byte> header, ReadLimits limits)
    {
        (_width, _height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]));
        (_depth, _kind) = (header[8], header[9]);
        if (_width <= 0 || _height <= 0 || _depth is not (1 or 2 or 4 or 8 or 16) || _kind is not (Grey or Rgb or Palette or GreyAlpha or RgbAlpha))
        {
            throw Unreadable.Damaged();
        }

        if ((long)_width * _height > limits.MaxPagePixels)
        {
            throw Unreadable.PageTooBig(1);
        }

        if (header[12] != 0)
        {
            throw Unreadable.ConvertImage("PNG xen kẽ");
        }
    }

    private byte[] Unpack(int bytesPerPixel, Put put)
    {
        using var rows = new ZLibStream(_packed, CompressionMode.Decompress);
        var (above, row) = (new byte[RowBytes], new byte[RowBytes]);
        var pixels = new byte[checked(_width * _height * bytesPerPixel)];
        for (var y = 0; y < _height; y++)
        {
            var filter = rows.ReadByte();
            rows.ReadExactly(row);
            Unfilter(filter, row, above);
            for (var x = 0; x < _width; x++)
            {
                put(At(row, x), pixels.AsSpan(((y * _width) + x) * bytesPerPixel));
            }

            (above, row) = (row, above);
        }

        return pixels;
    }

    private void Unfilter(int filter, byte[] row, byte[] above)
    {
        var step = Math.Max(1, Channels * _depth / 8);
        for (var i = 0; i < row.Length; i++)
        {
            var left = i >= step ? row[i - step] : 0;
            var corner = i >= step ? above[i - step] : 0;
            row[i] += (byte)(filter switch
            {
                1 => left,
                2 => above[i],
                3 => (left + above[i]) / 2,
                4 => Paeth(left, above[i], corner),
                _ => 0,
            });
        }
    }

    private static int Paeth(int left, int above, int corner)
    {
        var guess = left + above - corner;
        var (toLeft, toAbove, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }

    private Colour At(byte[] row, int x) => _kind switch
    {
        Rgb => new Colour(Sample(row, x * 3), Sample(row, (x * 3) + 1), Sample(row, (x * 3) + 2)),
        Palette => FromPalette(Index(row, x)),
        GreyAlpha => Colour.OfGrey(Sample(row, x * 2)).OnWhite(Sample(row, (x * 2) + 1)),
        RgbAlpha => new Colour(Sample(row, x * 4), Sample(row, (x * 4) + 1), Sample(row, (x * 4) + 2)).OnWhite(Sample(row, (x * 4) + 3)),
        _ => Colour.OfGrey(Sample(row, x)),
    };

    /// <summary>A sample scaled to 0–255.</summary>
    private byte Sample(byte[] row, int number) => _depth switch
    {
        16 => row[number * 2],
        8 => row[number],
        _ => (byte)(Index(row, number) * 255 / ((1 << _depth) - 1)),
    };

    private int Index(byte[] row, int number)
    {
        var bit = number * _depth;
        return (row[bit / 8] >> (8 - _depth - (bit % 8))) & ((1 << _depth) - 1);
    }

    private Colour FromPalette(int index)
    {
        var colours = _palette.Span;
        return (index * 3) + 2 < colours.Length ? new Colour(colours[index * 3], colours[(index * 3) + 1], colours[(index * 3) + 2]) : Colour.OfGrey(255);
    }

    private delegate void Put(Colour colour, Span<byte> pixel);

    private readonly record struct Colour(byte Red, byte Green, byte Blue)
    {
        public byte Luminance => (byte)(((Red * 299) + (Green * 587) + (Blue * 114)) / 1000);

        public static Colour OfGrey(byte grey) => new(grey, grey, grey);

        public Colour OnWhite(byte alpha) => new(OnWhite(Red, alpha), OnWhite(Green, alpha), OnWhite(Blue, alpha));

        private static byte OnWhite(byte sample, byte alpha) => (byte)(((sample * alpha) + (255 * (255 - alpha))) / 255);
    }
}
