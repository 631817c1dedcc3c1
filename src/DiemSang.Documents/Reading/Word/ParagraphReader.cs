using System.Globalization;
using System.Xml;
using DiemSang.Documents.Reading.Package;

namespace DiemSang.Documents.Reading.Word;

/// <summary>
/// Reads w:p: insertions kept, deletions dropped, field codes dropped and their results kept, text boxes collected, pages counted.
/// </summary>
internal sealed class ParagraphReader(WordStyles styles, WordNumbering numbering, ReadContext context)
{
    private const string WordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string StrictNamespace = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    /// <summary>An empty paragraph counts as this many letters, or a file of millions of them would be read for minutes.</summary>
    private const int LeastCount = 20;

    private int _fieldDepth;
    private readonly Stack<bool> _fieldCodes = new();
    private bool _breakJustCounted;

    public int Page { get; private set; } = 1;
    public bool SawPageBreak { get; private set; }

    /// <summary>Notes referred to, in order of reference.</summary>
    public List<string> NoteIds { get; } = [];

    public static bool IsWord(XmlReader xml) => xml.NamespaceURI is WordNamespace or StrictNamespace;

    /// <summary>Reads the paragraph and moves behind it.</summary>
    public WordParagraph Read(XmlReader xml)
    {
        context.ThrowIfStopped();
        var state = new State(styles.ForParagraph(null));
        xml.ForEachChild(() => ReadContent(xml, state));
        var text = state.Text.Finish();
        context.CountText(Math.Max(text.Length, LeastCount));
        context.SawLegacyFont |= state.Text.SawLegacyFont;
        return new WordParagraph(text, Marker(state, text), state.Text.IsBold, state.Look.Centred == true, state.Page ?? Page) { Boxes = state.Boxes };
    }

    private sealed class State((RunLook Run, ParagraphLook Paragraph) style)
    {
        public ParagraphText Text { get; } = new();
        public RunLook Run { get; set; } = style.Run;
        public ParagraphLook Look { get; set; } = style.Paragraph;
        public int? Page { get; set; }
        public List<WordParagraph> Boxes { get; } = [];
    }

    /// <summary>An empty numbered paragraph prints nothing worth reading, but still counts.</summary>
    private string? Marker(State state, string text)
    {
        if (state.Look.NumberId is not > 0)
        {
            return null;
        }

        var marker = numbering.Next(state.Look.NumberId.Value, state.Look.Level, state.Look.StyleId);
        return text.Length == 0 ? null : marker;
    }

    private void ReadContent(XmlReader xml, State state)
    {
        switch (xml.LocalName)
        {
            case "pPr":
                var look = ParagraphLook.Read(xml);
                var style = styles.ForParagraph(look.StyleId);
                state.Run = style.Run;
                state.Look = look.Over(style.Paragraph) with { StyleId = style.Paragraph.StyleId ?? look.StyleId };
                break;
            case "r":
                ReadRun(xml, state);
                break;
            case "ins" or "moveTo" or "hyperlink" or "smartTag" or "sdt" or "sdtContent" or "customXml" or "fldSimple" or "dir" or "bdo" or "oMath" or "oMathPara":
                xml.ForEachChild(() => ReadContent(xml, state));
                break;
            default:
                xml.Skip();
                break;
        }
    }

    private void ReadRun(XmlReader xml, State state)
    {
        var look = state.Run;
        xml.ForEachChild(() =>
        {
            if (xml.LocalName != "rPr")
            {
                ReadRunPart(xml, state, look);
                return;
            }

            var own = RunLook.Read(xml);
            look = own.Over(own.StyleId is { } id ? styles.ForRun(id) : default).Over(state.Run);
        });
    }

    private void ReadRunPart(XmlReader xml, State state, RunLook look)
    {
        switch (xml.LocalName)
        {
            case "t":
                Append(xml.ReadText(), state, look);
                return;
            case "AlternateContent":
                ReadAlternative(xml, state);
                return;
            case "drawing" or "pict" or "object":
                ReadBoxes(xml, state);
                return;
            case "br" when xml.Attribute("type") == "page":
                CountPageBreak(isExplicit: true);
                break;
            case "lastRenderedPageBreak":
                CountPageBreak(isExplicit: false);
                break;
            case "fldChar":
                FollowField(xml.Attribute("fldCharType"));
                break;
            case "footnoteReference" or "endnoteReference" when xml.Attribute("id") is { } id:
                NoteIds.Add(id);
                break;
            default:
                Append(Character(xml), state, look);
                break;
        }

        xml.Skip();
    }

    private static string Character(XmlReader xml) => xml.LocalName switch
    {
        "tab" or "ptab" => "\t",
        "br" or "cr" => "\n",
        "noBreakHyphen" => "-",
        "softHyphen" => "\u00AD",
        "sym" when int.TryParse(xml.Attribute("char"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) && code is > 31 and < 0xD800 or >= 0xE000 and < 0xFFFE =>
            ((char)code).ToString(),
        _ => "",
    };

    private void Append(string text, State state, RunLook look)
    {
        if (text.Length == 0 || _fieldDepth > 0)
        {
            return;
        }

        state.Page ??= Page;
        _breakJustCounted = false;
        state.Text.Append(text, look);
    }

    /// <summary>Word writes both the break a person typed and the one it rendered; they are one.</summary>
    private void CountPageBreak(bool isExplicit)
    {
        SawPageBreak = true;
        if (isExplicit || !_breakJustCounted)
        {
            Page++;
        }

        _breakJustCounted = isExplicit;
    }

    private void FollowField(string? type)
    {
        switch (type)
        {
            case "begin":
                _fieldCodes.Push(true);
                _fieldDepth++;
                break;
            case "separate" when _fieldCodes.TryPop(out var inCode):
                _fieldDepth -= inCode ? 1 : 0;
                _fieldCodes.Push(false);
                break;
            case "end" when _fieldCodes.TryPop(out var stillInCode):
                _fieldDepth -= stillInCode ? 1 : 0;
                break;
        }
    }

    /// <summary>The same shape is stored twice, for new and old programs; the first choice is enough.</summary>
    private void ReadAlternative(XmlReader xml, State state)
    {
        var taken = false;
        xml.ForEachChild(() =>
        {
            if (taken)
            {
                xml.Skip();
                return;
            }

            taken = true;
            ReadBoxes(xml, state);
        });
    }

    private void ReadBoxes(XmlReader xml, State state) => xml.ForEachChild(() =>
    {
        if (xml.LocalName == "p" && IsWord(xml))
        {
            var paragraph = Read(xml);
            if (paragraph.Text.Length > 0)
            {
                state.Boxes.Add(paragraph);
            }
        }
        else
        {
            ReadBoxes(xml, state);
        }
    });
}
