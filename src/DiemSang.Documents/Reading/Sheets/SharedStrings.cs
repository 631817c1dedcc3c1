using System.Xml;
using DiemSang.Core.Language;
using DiemSang.Documents.Reading.Package;

namespace DiemSang.Documents.Reading.Sheets;

/// <summary>One string of a workbook as runs, each with the encoding its own font names, or null where the cell's font decides.</summary>
internal sealed class SheetString(IReadOnlyList<(string Text, LegacyEncoding? Encoding)> runs)
{
    private readonly Dictionary<LegacyEncoding, (string[] Lines, bool Converted)> _lines = [];

    public int Length { get; } = runs.Sum(run => run.Text.Length);

    /// <summary>The lines of the text; kept, since thousands of cells point at the same string.</summary>
    public IReadOnlyList<string> Lines(LegacyEncoding cellEncoding, ReadContext context)
    {
        if (!_lines.TryGetValue(cellEncoding, out var known))
        {
            var typed = string.Concat(runs.Select(run => run.Text));
            var text = string.Concat(runs.Select(run => LegacyEncodingText.ToUnicode(run.Text, run.Encoding ?? cellEncoding)));
            _lines[cellEncoding] = known = (SourceText.Lines(text).ToArray(), text != typed);
        }

        context.SawLegacyFont |= known.Converted;
        return known.Lines;
    }

    /// <summary>Reads x:si or x:is and moves behind it; phonetic hints are left out.</summary>
    public static SheetString Read(XmlReader xml)
    {
        var runs = new List<(string Text, LegacyEncoding? Encoding)>();
        xml.ForEachChild(() =>
        {
            switch (xml.LocalName)
            {
                case "t":
                    runs.Add((xml.ReadText(), null));
                    break;
                case "r":
                    runs.Add(ReadRun(xml));
                    break;
                default:
                    xml.Skip();
                    break;
            }
        });
        return new SheetString(runs);
    }

    public static List<SheetString> ReadAll(XmlReader? xml, ReadContext context)
    {
        var strings = new List<SheetString>();
        using (xml)
        {
            if (xml?.MoveToContent() == XmlNodeType.Element)
            {
                xml.ForEachChild(() =>
                {
                    var text = Read(xml);
                    context.CountText(text.Length);
                    strings.Add(text);
                });
            }
        }

        return strings;
    }

    private static (string Text, LegacyEncoding? Encoding) ReadRun(XmlReader xml)
    {
        (string Text, LegacyEncoding? Encoding) run = ("", null);
        xml.ForEachChild(() =>
        {
            switch (xml.LocalName)
            {
                case "rPr":
                    run.Encoding = SheetStyles.ReadFont(xml).Name is { } name ? LegacyEncodingText.ForFont(name) : null;
                    break;
                case "t":
                    run.Text += xml.ReadText();
                    break;
                default:
                    xml.Skip();
                    break;
            }
        });
        return run;
    }
}
