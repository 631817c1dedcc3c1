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
    private const double Middle = 0.5;
    private readonly StringBuilder _content = new();

    public string Content => _content.ToString();

    public void Fill(double x, double y, double width, double height, PdfColour colour) =>
        Add($"{Rgb(colour)} rg {x:0.###} {Height - y - height:0.###} {width:0.###} {height:0.###} re f");

    /// <summary>Text centred between two edges, broken at spaces; returns where the next line would begin.</summary>
    public double Centre(string text, double y, ShippedFont font, double size, PdfColour colour, double margin) =>
        Lay(text, margin, y, Width - (2 * margin), font, size, colour, Middle);

    /// <summary>Text centred in a column, broken at spaces.</summary>
    public double CentreIn(string text, double x, double y, double width, ShippedFont font, double size) => Lay(text, x, y, width, font, size, PdfColour.Black, Middle);

    /// <summary>Text from a left edge, broken at spaces; returns where the next line would begin.</summary>
    public double Left(string text, double x, double y, double width, ShippedFont font, double size) => Lay(text, x, y, width, font, size, PdfColour.Black, 0);

    /// <summary>An empty box to write in or to circle.</summary>
    public void Frame(double x, double y, double width, double height) =>
        Add($"0.6 w 0.35 G {x:0.###} {Height - y - height:0.###} {width:0.###} {height:0.###} re S");

    public static double HeightOf(string text, double width, ShippedFont font, double size) => Lines(text, font, size, width).Count() * size * LineHeight;

    /// <param name="y">Of the line the letters stand on.</param>
    public void Line(string text, double x, double y, ShippedFont font, double size, PdfColour colour)
    {
        var glyphs = string.Concat(text.EnumerateRunes().Select(character => font.GlyphOf(character).ToString("X4", CultureInfo.InvariantCulture)));
        Add($"BT {Rgb(colour)} rg /{font.Name} {size:0.##} Tf {x:0.###} {Height - y:0.###} Td <{glyphs}> Tj ET");
    }

    /// <param name="share">Of the room left over, how much stands before the text.</param>
    private double Lay(string text, double x, double y, double width, ShippedFont font, double size, PdfColour colour, double share)
    {
        foreach (var line in Lines(text, font, size, width))
        {
            y += size * LineHeight;
            Line(line, x + ((width - font.WidthOf(line, size)) * share), y, font, size, colour);
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
