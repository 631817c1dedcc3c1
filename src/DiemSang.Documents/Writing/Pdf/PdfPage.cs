using System.Globalization;
using System.Text;
using DiemSang.Documents.Writing.Fonts;

namespace DiemSang.Documents.Writing.Pdf;

/// <summary>A colour of a page: red, green and blue, 0–255.</summary>
internal readonly record struct PdfColour(byte Red, byte Green, byte Blue)
{
    public static PdfColour Black => new(0, 0, 0);
    public static PdfColour White => new(255, 255, 255);
}

/// <summary>An A4 page, drawn from its upper left corner in points (1/72 inch).</summary>
internal sealed class PdfPage
{
    public const double Width = 595.28;
    public const double Height = 841.89;
    private const double LineHeight = 1.3;
    private readonly StringBuilder _content = new();

    public string Content => _content.ToString();

    public void Fill(double x, double y, double width, double height, PdfColour colour) =>
        Add($"{Rgb(colour)} rg {x:0.###} {Height - y - height:0.###} {width:0.###} {height:0.###} re f");

    /// <summary>Text centred between two edges, broken at spaces; returns where the next line would begin.</summary>
    public double Centre(string text, double y, ShippedFont font, double size, PdfColour colour, double margin)
    {
        foreach (var line in Lines(text, font, size, Width - (2 * margin)))
        {
            y += size * LineHeight;
            var glyphs = string.Concat(line.EnumerateRunes().Select(character => font.GlyphOf(character).ToString("X4", CultureInfo.InvariantCulture)));
            Add($"BT {Rgb(colour)} rg /{font.Name} {size:0.##} Tf {(Width - font.WidthOf(line, size)) / 2:0.###} {Height - y:0.###} Td <{glyphs}> Tj ET");
        }

        return y;
    }

    private static IEnumerable<string> Lines(string text, ShippedFont font, double size, double width)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && font.WidthOf(longer, size) > width)
            {
                yield return line;
                longer = word;
            }

            line = longer;
        }

        if (line.Length > 0)
        {
            yield return line;
        }
    }

    private void Add(FormattableString command) => _content.Append(FormattableString.Invariant(command)).Append('\n');

    private static string Rgb(PdfColour colour) =>
        FormattableString.Invariant($"{colour.Red / 255.0:0.###} {colour.Green / 255.0:0.###} {colour.Blue / 255.0:0.###}");
}
