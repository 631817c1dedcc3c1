using System.Text;
using DiemSang.Core.Language;

namespace DiemSang.Documents.Reading.Word;

/// <summary>Puts the runs of a paragraph together; runs of one legacy font are converted as a whole, since a letter and its mark may be split over two.</summary>
internal sealed class ParagraphText
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _legacy = new();
    private LegacyEncoding _encoding;
    private int _letters;
    private int _boldLetters;

    public bool SawLegacyFont { get; private set; }
    public bool IsBold => _letters > 0 && _boldLetters == _letters;

    public void Append(string text, RunLook look)
    {
        if (look.Hidden == true || text.Length == 0)
        {
            return;
        }

        Count(text, look.Bold == true);
        var encoding = LegacyEncodingText.ForFont(look.Font);
        if (encoding != _encoding)
        {
            Flush();
            _encoding = encoding;
        }

        if (encoding != LegacyEncoding.None)
        {
            _legacy.Append(text);
        }
        else
        {
            _text.Append(look.Caps == true ? text.ToUpperInvariant() : text);
        }
    }

    public string Finish()
    {
        Flush();
        return SourceText.Clean(_text.ToString());
    }

    private void Count(string text, bool bold)
    {
        var letters = text.Count(c => !char.IsWhiteSpace(c));
        _letters += letters;
        _boldLetters += bold ? letters : 0;
    }

    private void Flush()
    {
        if (_legacy.Length == 0)
        {
            return;
        }

        var typed = _legacy.ToString();
        var converted = LegacyEncodingText.ToUnicode(typed, _encoding);
        SawLegacyFont |= converted != typed;
        _text.Append(converted);
        _legacy.Clear();
    }
}
