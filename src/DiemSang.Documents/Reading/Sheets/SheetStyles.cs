using System.Xml;
using DiemSang.Core.Language;
using DiemSang.Documents.Reading.Package;

namespace DiemSang.Documents.Reading.Sheets;

/// <summary>What a cell's style number means for reading it.</summary>
internal readonly record struct CellStyle(int FormatId, string? FormatCode, LegacyEncoding Encoding, bool IsBold, bool IsCentred);

/// <summary>styles.xml of a workbook.</summary>
internal sealed class SheetStyles
{
    private readonly Dictionary<int, string> _formats = [];
    private readonly List<(string? Name, bool Bold)> _fonts = [];
    private readonly List<CellStyle> _cells = [];

    public static SheetStyles Read(XmlReader? xml)
    {
        var styles = new SheetStyles();
        using (xml)
        {
            if (xml?.MoveToContent() == XmlNodeType.Element)
            {
                xml.ForEachChild(() => styles.ReadPart(xml));
            }
        }

        return styles;
    }

    public CellStyle this[int index] => index >= 0 && index < _cells.Count ? _cells[index] : default;

    private void ReadPart(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "numFmts":
                xml.ForEachChild(() =>
                {
                    _formats[xml.IntAttribute("numFmtId") ?? 0] = xml.Attribute("formatCode") ?? "";
                    xml.Skip();
                });
                break;
            case "fonts":
                xml.ForEachChild(() => _fonts.Add(ReadFont(xml)));
                break;
            case "cellXfs":
                xml.ForEachChild(() => _cells.Add(ReadCell(xml)));
                break;
            default:
                xml.Skip();
                break;
        }
    }

    /// <summary>Reads x:font or x:rPr and moves behind it.</summary>
    public static (string? Name, bool Bold) ReadFont(XmlReader xml)
    {
        (string? Name, bool Bold) font = default;
        xml.ForEachChild(() =>
        {
            if (xml.LocalName == "b")
            {
                font.Bold = xml.ReadToggle();
                return;
            }

            font.Name = xml.LocalName is "name" or "rFont" ? xml.Attribute("val") : font.Name;
            xml.Skip();
        });
        return font;
    }

    private CellStyle ReadCell(XmlReader xml)
    {
        var formatId = xml.IntAttribute("numFmtId") ?? 0;
        var fontId = xml.IntAttribute("fontId") ?? 0;
        var font = fontId >= 0 && fontId < _fonts.Count ? _fonts[fontId] : default;
        var centred = false;
        xml.ForEachChild(() =>
        {
            centred |= xml.LocalName == "alignment" && xml.Attribute("horizontal") is "center" or "centerContinuous";
            xml.Skip();
        });
        return new CellStyle(formatId, _formats.GetValueOrDefault(formatId), LegacyEncodingText.ForFont(font.Name), font.Bold, centred);
    }
}
