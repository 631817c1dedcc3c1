using System.Globalization;
using System.IO.Compression;
using System.Text;
using DiemSang.Documents.Writing.Fonts;

namespace DiemSang.Documents.Writing.Pdf;

/// <summary>
/// Writes A4 pages as PDF 1.7 (ISO 32000-1) with both shipped fonts embedded, so that they print the same everywhere and their text can be
/// searched and copied.
/// </summary>
internal sealed class PdfFile(Stream output)
{
    private static readonly ShippedFont[] Fonts = [ShippedFont.Regular, ShippedFont.SemiBold];
    private readonly List<long> _places = [];
    private long _written;

    public static void Write(Stream output, string title, IReadOnlyList<PdfPage> pages) => new PdfFile(output).Write(title, pages);

    private void Write(string title, IReadOnlyList<PdfPage> pages)
    {
        const int Root = 1, Tree = 2, Info = 3, FirstFont = 4, ObjectsPerFont = 5;
        var firstPage = FirstFont + (Fonts.Length * ObjectsPerFont);
        Raw("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        Entry(Root, $"<< /Type /Catalog /Pages {Tree} 0 R /Lang (vi) >>");
        Entry(Tree, $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, number) => $"{firstPage + (2 * number)} 0 R"))}] >>");
        Entry(Info, $"<< /Title {Text(title)} /Producer {Text("Điểm Sáng")} >>");
        foreach (var (font, number) in Fonts.Select((font, number) => (font, number)))
        {
            WriteFont(FirstFont + (number * ObjectsPerFont), font);
        }

        var resources = string.Join(' ', Fonts.Select((font, number) => $"/{font.Name} {FirstFont + (number * ObjectsPerFont)} 0 R"));
        foreach (var (page, number) in pages.Select((page, number) => (page, number)))
        {
            var own = firstPage + (2 * number);
            Entry(own, FormattableString.Invariant(
                $"<< /Type /Page /Parent {Tree} 0 R /MediaBox [0 0 {PdfPage.Width} {PdfPage.Height}] /Resources << /Font << {resources} >> >> /Contents {own + 1} 0 R >>"));
            Compressed(own + 1, "", Encoding.ASCII.GetBytes(page.Content));
        }

        WriteIndex(Root, Info);
    }

    /// <summary>A composite font: character codes are glyph numbers, and a table tells readers which letters they are.</summary>
    private void WriteFont(int number, ShippedFont font)
    {
        var glyphs = font.Glyphs.OrderBy(glyph => glyph.Value).DistinctBy(glyph => glyph.Value).ToList();
        Entry(number, $"<< /Type /Font /Subtype /Type0 /BaseFont /{font.Name} /Encoding /Identity-H /DescendantFonts [{number + 1} 0 R] /ToUnicode {number + 4} 0 R >>");
        Entry(number + 1, $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{font.Name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
            + $"/CIDToGIDMap /Identity /FontDescriptor {number + 2} 0 R /W [{string.Join(' ', glyphs.Select(glyph => $"{glyph.Value} [{font.WidthOf(glyph.Value)}]"))}] >>");
        Entry(number + 2, $"<< /Type /FontDescriptor /FontName /{font.Name} /Flags 4 /FontBBox [-500 {font.Descent} 1500 {font.Ascent}] /ItalicAngle 0 "
            + $"/Ascent {font.Ascent} /Descent {font.Descent} /CapHeight 700 /StemV 80 /FontFile2 {number + 3} 0 R >>");
        Compressed(number + 3, $"/Length1 {font.File.Length} ", font.File);
        Compressed(number + 4, "", Encoding.ASCII.GetBytes(LettersOf(glyphs)));
    }

    private static string LettersOf(List<KeyValuePair<int, int>> glyphs)
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Letters def /CMapType 2 def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        foreach (var block in glyphs.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var (character, glyph) in block)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{character:X4}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap CMapName currentdict /CMap defineresource pop end end").ToString();
    }

    private void WriteIndex(int root, int info)
    {
        var start = _written;
        Raw($"xref\n0 {_places.Count + 1}\n0000000000 65535 f \n");
        _places.ForEach(place => Raw(string.Create(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n")));
        Raw($"trailer << /Size {_places.Count + 1} /Root {root} 0 R /Info {info} 0 R >>\nstartxref\n{start}\n%%EOF\n");
    }

    private void Entry(int number, string body)
    {
        Begin(number);
        Raw($"{body}\nendobj\n");
    }

    private void Compressed(int number, string more, byte[] content)
    {
        using var small = new MemoryStream();
        using (var zip = new ZLibStream(small, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(content);
        }

        Begin(number);
        Raw($"<< /Filter /FlateDecode {more}/Length {small.Length} >>\nstream\n");
        output.Write(small.GetBuffer(), 0, (int)small.Length);
        _written += small.Length;
        Raw("\nendstream\nendobj\n");
    }

    /// <summary>Objects are written in the order of their numbers, so their places make the index.</summary>
    private void Begin(int number)
    {
        _places.Add(_written);
        Raw($"{number} 0 obj\n");
    }

    private void Raw(string text)
    {
        var bytes = Encoding.Latin1.GetBytes(text);
        output.Write(bytes);
        _written += bytes.Length;
    }

    private static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";
}
