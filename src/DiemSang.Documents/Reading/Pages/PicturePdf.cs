using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace DiemSang.Documents.Reading.Pages;

/// <summary>Lays a picture on a page of its own PDF: poppler, which is fenced in, unpacks and draws it.</summary>
internal static class PicturePdf
{
    private const double LongSideOfA4Points = 842;

    /// <summary>A JPEG as it is.</summary>
    public static void WriteJpeg(byte[] jpeg, string path, ReadLimits limits)
    {
        var (width, height, colours) = FrameHeader(jpeg);
        if ((long)width * height > limits.MaxPagePixels)
        {
            throw Unreadable.PageTooBig(1);
        }

        Write(path, width, height, colours switch { 1 => "/DeviceGray", 4 => "/DeviceCMYK", _ => "/DeviceRGB" }, "/DCTDecode", jpeg);
    }

    /// <summary>Pixels of three bytes.</summary>
    public static void WriteColours(int width, int height, byte[] pixels, string path)
    {
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            packing.Write(pixels);
        }

        Write(path, width, height, "/DeviceRGB", "/FlateDecode", packed.ToArray());
    }

    private static void Write(string path, int width, int height, string space, string filter, byte[] picture)
    {
        var scale = LongSideOfA4Points / Math.Max(width, height);
        var draw = Text($"q {width * scale:0.##} 0 0 {height * scale:0.##} 0 0 cm /P Do Q");
        using var file = File.Create(path);
        var offsets = new List<long>();
        file.Write("%PDF-1.4\n"u8);
        Write(file, offsets, "<< /Type /Catalog /Pages 2 0 R >>", null);
        Write(file, offsets, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", null);
        Write(file, offsets, Text($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width * scale:0.##} {height * scale:0.##}] /Resources << /XObject << /P 4 0 R >> >> /Contents 5 0 R >>"), null);
        Write(file, offsets, Text($"<< /Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace {space} /BitsPerComponent 8 /Filter {filter} /Length {picture.Length} >>"), picture);
        Write(file, offsets, Text($"<< /Length {draw.Length} >>"), Encoding.ASCII.GetBytes(draw));
        WriteEnd(file, offsets);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void Write(FileStream file, List<long> offsets, string dictionary, byte[]? stream)
    {
        offsets.Add(file.Position);
        file.Write(Encoding.ASCII.GetBytes(Text($"{offsets.Count} 0 obj\n{dictionary}\n")));
        if (stream is not null)
        {
            file.Write("stream\n"u8);
            file.Write(stream);
            file.Write("\nendstream\n"u8);
        }

        file.Write("endobj\n"u8);
    }

    private static void WriteEnd(FileStream file, List<long> offsets)
    {
        var start = file.Position;
        var table = string.Concat(offsets.Select(offset => Text($"{offset:D10} 00000 n \n")));
        file.Write(Encoding.ASCII.GetBytes(Text(
            $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n{table}trailer << /Size {offsets.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n")));
    }

    /// <summary>Walks the segments to the frame header: SOF0 … SOF15 without the tables DHT, JPG and DAC among them.</summary>
    public static (int Width, int Height, int Colours) FrameHeader(ReadOnlySpan<byte> jpeg)
    {
        for (var at = 2; at + 10 < jpeg.Length && jpeg[at] == 0xFF;)
        {
            if (jpeg[at + 1] is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC)
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 5)..]), jpeg[at + 9]);
            }

            at += 2 + Math.Max(2, (int)BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]));
        }

        throw Unreadable.Damaged();
    }
}
