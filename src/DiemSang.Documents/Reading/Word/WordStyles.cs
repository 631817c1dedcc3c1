using System.Xml;
using DiemSang.Documents.Reading.Package;

namespace DiemSang.Documents.Reading.Word;

/// <summary>What a run or a style says about its letters; null where it says nothing.</summary>
internal readonly record struct RunLook(string? Font, bool? Bold, bool? Caps, bool? Hidden, string? StyleId)
{
    public RunLook Over(RunLook under) => new(Font ?? under.Font, Bold ?? under.Bold, Caps ?? under.Caps, Hidden ?? under.Hidden, StyleId ?? under.StyleId);

    /// <summary>Reads w:rPr and moves behind it.</summary>
    public static RunLook Read(XmlReader xml)
    {
        var look = default(RunLook);
        xml.ForEachChild(() => look = xml.LocalName switch
        {
            "rFonts" => look with { Font = ReadFont(xml) ?? look.Font },
            "b" => look with { Bold = xml.ReadToggle() },
            "caps" => look with { Caps = xml.ReadToggle() },
            "vanish" => look with { Hidden = xml.ReadToggle() },
            "rStyle" => look with { StyleId = ReadValue(xml) },
            _ => Skip(xml, look),
        });
        return look;
    }

    private static string? ReadFont(XmlReader xml)
    {
        var font = xml.Attribute("hAnsi") ?? xml.Attribute("ascii");
        xml.Skip();
        return font;
    }

    private static string? ReadValue(XmlReader xml)
    {
        var value = xml.Attribute("val");
        xml.Skip();
        return value;
    }

    private static RunLook Skip(XmlReader xml, RunLook look)
    {
        xml.Skip();
        return look;
    }
}

/// <summary>What a paragraph or a paragraph style says; null where it says nothing.</summary>
internal readonly record struct ParagraphLook(bool? Centred, int? NumberId, int? Level, string? StyleId)
{
    public ParagraphLook Over(ParagraphLook under) => new(Centred ?? under.Centred, NumberId ?? under.NumberId, Level ?? under.Level, StyleId ?? under.StyleId);

    /// <summary>Reads w:pPr and moves behind it.</summary>
    public static ParagraphLook Read(XmlReader xml)
    {
        var look = default(ParagraphLook);
        xml.ForEachChild(() =>
        {
            switch (xml.LocalName)
            {
                case "pStyle":
                    look = look with { StyleId = xml.Attribute("val") };
                    break;
                case "jc":
                    look = look with { Centred = xml.Attribute("val") == "center" };
                    break;
                case "numPr":
                    xml.ForEachChild(() =>
                    {
                        look = xml.LocalName switch
                        {
                            "ilvl" => look with { Level = xml.IntAttribute("val") },
                            "numId" => look with { NumberId = xml.IntAttribute("val") },
                            _ => look,
                        };
                        xml.Skip();
                    });
                    return;
            }

            xml.Skip();
        });
        return look;
    }
}

/// <summary>styles.xml: what a style means once everything it is based on is added.</summary>
internal sealed class WordStyles
{
    private const int MaxChain = 20;

    private readonly Dictionary<string, (string? BasedOn, RunLook Run, ParagraphLook Paragraph)> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (RunLook Run, ParagraphLook Paragraph)> _resolved = new(StringComparer.Ordinal);
    private RunLook _defaultRun;
    private string? _defaultParagraphStyle;

    public static WordStyles Read(XmlReader? xml)
    {
        var styles = new WordStyles();
        using (xml)
        {
            if (xml?.MoveToContent() == XmlNodeType.Element)
            {
                xml.ForEachChild(() => styles.ReadEntry(xml));
            }
        }

        return styles;
    }

    /// <summary>The look of a run without properties of its own in a paragraph of this style, and of the paragraph.</summary>
    public (RunLook Run, ParagraphLook Paragraph) ForParagraph(string? styleId)
    {
        var (run, paragraph) = Resolve(styleId ?? _defaultParagraphStyle ?? "");
        return (run.Over(_defaultRun), paragraph);
    }

    public RunLook ForRun(string styleId) => Resolve(styleId).Run;

    private (RunLook Run, ParagraphLook Paragraph) Resolve(string styleId)
    {
        if (_resolved.TryGetValue(styleId, out var known))
        {
            return known;
        }

        var (run, paragraph) = (default(RunLook), default(ParagraphLook));
        var next = styleId;
        for (var step = 0; step < MaxChain && next is not null && _styles.TryGetValue(next, out var style); step++)
        {
            (run, paragraph, next) = (run.Over(style.Run), paragraph.Over(style.Paragraph), style.BasedOn);
        }

        return _resolved[styleId] = (run, paragraph);
    }

    private void ReadEntry(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "docDefaults":
                ReadDefaults(xml);
                break;
            case "style" when xml.Attribute("styleId") is { } id:
                if (xml.Attribute("type") == "paragraph" && xml.Attribute("default") is "1" or "true")
                {
                    _defaultParagraphStyle = id;
                }

                ReadStyle(xml, id);
                break;
            default:
                xml.Skip();
                break;
        }
    }

    private void ReadDefaults(XmlReader xml)
    {
        xml.ForEachChild(() =>
        {
            if (xml.LocalName != "rPrDefault")
            {
                xml.Skip();
                return;
            }

            xml.ForEachChild(() => _defaultRun = RunLook.Read(xml));
        });
    }

    private void ReadStyle(XmlReader xml, string id)
    {
        (string? BasedOn, RunLook Run, ParagraphLook Paragraph) style = default;
        xml.ForEachChild(() =>
        {
            switch (xml.LocalName)
            {
                case "basedOn":
                    style.BasedOn = xml.Attribute("val");
                    xml.Skip();
                    break;
                case "rPr":
                    style.Run = RunLook.Read(xml);
                    break;
                case "pPr":
                    style.Paragraph = ParagraphLook.Read(xml) with { StyleId = null };
                    break;
                default:
                    xml.Skip();
                    break;
            }
        });
        if (style.Paragraph is { NumberId: not null, Level: null })
        {
            style.Paragraph = style.Paragraph with { StyleId = id };
        }

        _styles[id] = style;
    }
}
