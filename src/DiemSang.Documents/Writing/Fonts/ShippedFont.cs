using System.Buffers.Binary;
using System.Text;

namespace DiemSang.Documents.Writing.Fonts;

/// <summary>
/// Be Vietnam Pro (SIL Open Font License) as our PDFs embed it: a server need not have any font of its own. Reads of the TrueType file
/// what setting a line of text needs: which glyph a character has, and how wide it is.
/// </summary>
internal sealed class ShippedFont
{
    private readonly Dictionary<string, (int Start, int Length)> _tables = [];
    private readonly Dictionary<int, int> _glyphs = [];
    private readonly int _unitsPerEm;
    private readonly int _wideGlyphs;

    private ShippedFont(string name)
    {
        Name = name;
        using var stream = typeof(ShippedFont).Assembly.GetManifestResourceStream($"fonts/{name}.ttf")!;
        File = new byte[stream.Length];
        stream.ReadExactly(File);
        for (var entry = 12; entry < 12 + (16 * U16(4)); entry += 16)
        {
            _tables[Encoding.ASCII.GetString(File, entry, 4)] = (S32(entry + 8), S32(entry + 12));
        }

        _unitsPerEm = U16(Start("head") + 18);
        _wideGlyphs = U16(Start("hhea") + 34);
        ReadGlyphs();
    }

    public static ShippedFont Regular { get; } = new("BeVietnamPro-Regular");
    public static ShippedFont SemiBold { get; } = new("BeVietnamPro-SemiBold");

    public string Name { get; }
    public byte[] File { get; }

    /// <summary>Thousandths of the font size, above and (negative) below the line.</summary>
    public int Ascent => Thousandths(S16(Start("hhea") + 4));
    public int Descent => Thousandths(S16(Start("hhea") + 6));

    public IEnumerable<KeyValuePair<int, int>> Glyphs => _glyphs;

    /// <summary>0, the empty box, for a character the font does not have.</summary>
    public int GlyphOf(Rune character) => _glyphs.GetValueOrDefault(character.Value);

    /// <summary>In thousandths of the font size.</summary>
    public int WidthOf(int glyph) => Thousandths(U16(Start("hmtx") + (4 * Math.Min(glyph, _wideGlyphs - 1))));

    /// <summary>In points.</summary>
    public double WidthOf(string text, double size) => text.EnumerateRunes().Sum(character => WidthOf(GlyphOf(character))) * size / 1000;

    /// <summary>Format 4, which every font has for the characters below U+FFFF; Vietnamese needs no others.</summary>
    private void ReadGlyphs()
    {
        var start = Start("cmap");
        var table = Enumerable.Range(0, U16(start + 2)).Select(number => start + S32(start + 4 + (8 * number) + 4)).First(table => U16(table) == 4);
        var segments = U16(table + 6) / 2;
        var (ends, starts) = (table + 14, table + 16 + (2 * segments));
        var (deltas, offsets) = (starts + (2 * segments), starts + (4 * segments));
        for (var segment = 0; segment < segments; segment++)
        {
            for (var character = U16(starts + (2 * segment)); character <= U16(ends + (2 * segment)) && character < 0xFFFF; character++)
            {
                var place = offsets + (2 * segment);
                var glyph = U16(place) == 0 ? character : U16(place + U16(place) + (2 * (character - U16(starts + (2 * segment)))));
                _glyphs[character] = (glyph + U16(deltas + (2 * segment))) & 0xFFFF;
            }
        }
    }

    private int Thousandths(int units) => units * 1000 / _unitsPerEm;

    private int Start(string table) => _tables[table].Start;

    private int U16(int place) => BinaryPrimitives.ReadUInt16BigEndian(File.AsSpan(place));

    private int S16(int place) => BinaryPrimitives.ReadInt16BigEndian(File.AsSpan(place));

    private int S32(int place) => BinaryPrimitives.ReadInt32BigEndian(File.AsSpan(place));
}
