using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace DiemSang.Core.Language;

/// <summary>
/// Converts text typed in a legacy Vietnamese font, that is Latin-1 characters standing for glyphs, to Unicode NFC.
/// Tables: TCVN 5712:1993 as in iconv's TCVN5712-1 for lower case; VNI's published Windows table.
/// </summary>
public static class LegacyEncodingText
{
    private const string Tcvn3Codes =
        "\u00B5\u00B6\u00B7\u00B8\u00B9\u00A8\u00BB\u00BC\u00BD\u00BE\u00C6\u00A9\u00C7\u00C8\u00C9\u00CA\u00CB\u00AE" +
        "\u00CC\u00CE\u00CF\u00D0\u00D1\u00AA\u00D2\u00D3\u00D4\u00D5\u00D6\u00D7\u00D8\u00DC\u00DD\u00DE" +
        "\u00DF\u00E1\u00E2\u00E3\u00E4\u00AB\u00E5\u00E6\u00E7\u00E8\u00E9\u00AC\u00EA\u00EB\u00EC\u00ED\u00EE" +
        "\u00EF\u00F1\u00F2\u00F3\u00F4\u00AD\u00F5\u00F6\u00F7\u00F8\u00F9\u00FA\u00FB\u00FC\u00FD\u00FE" +
        "\u00A1\u00A2\u00A7\u00A3\u00A4\u00A5\u00A6";

    private const string Tcvn3Letters =
        "àảãáạăằẳẵắặâầẩẫấậđ" +
        "èẻẽéẹêềểễếệìỉĩíị" +
        "òỏõóọôồổỗốộơờởỡớợ" +
        "ùủũúụưừửữứựỳỷỹýỵ" +
        "ĂÂĐÊÔƠƯ";

    private static readonly FrozenDictionary<char, char> Tcvn3 =
        Tcvn3Codes.Zip(Tcvn3Letters).ToFrozenDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>VNI letters that are one character by themselves; ô and ö also carry tone marks behind them.</summary>
    private static readonly FrozenDictionary<char, string> VniLetters = new Dictionary<char, string>
    {
        ['í'] = "í", ['ì'] = "ì", ['æ'] = "ỉ", ['ó'] = "ĩ", ['ò'] = "ị", ['ô'] = "ơ", ['ö'] = "ư", ['î'] = "ỵ", ['ñ'] = "đ",
        ['Í'] = "Í", ['Ì'] = "Ì", ['Æ'] = "Ỉ", ['Ó'] = "Ĩ", ['Ò'] = "Ị", ['Ô'] = "Ơ", ['Ö'] = "Ư", ['Î'] = "Ỵ", ['Ñ'] = "Đ",
    }.ToFrozenDictionary();

    /// <summary>VNI marks written behind a vowel, as combining marks; upper-case marks stand behind capitals.</summary>
    private static readonly FrozenDictionary<char, string> VniMarks = new Dictionary<char, string>
    {
        ['ù'] = "\u0301", ['ø'] = "\u0300", ['û'] = "\u0309", ['õ'] = "\u0303", ['ï'] = "\u0323",
        ['â'] = "\u0302", ['á'] = "\u0302\u0301", ['à'] = "\u0302\u0300", ['å'] = "\u0302\u0309", ['ã'] = "\u0302\u0303", ['ä'] = "\u0302\u0323",
        ['ê'] = "\u0306", ['é'] = "\u0306\u0301", ['è'] = "\u0306\u0300", ['ú'] = "\u0306\u0309", ['ü'] = "\u0306\u0303", ['ë'] = "\u0306\u0323",
    }.ToFrozenDictionary();

    private static readonly SearchValues<char> VniVowels = SearchValues.Create("aeouyAEOUYôöÔÖ");

    /// <summary>Which encoding a font name stands for; names are compared as Word writes them, e.g. ".VnTimeH", "VNI-Times".</summary>
    public static LegacyEncoding ForFont(string? fontName)
    {
        if (fontName is null)
        {
            return LegacyEncoding.None;
        }

        if (fontName.StartsWith(".Vn", StringComparison.OrdinalIgnoreCase))
        {
            return fontName.EndsWith('H') ? LegacyEncoding.Tcvn3Capitals : LegacyEncoding.Tcvn3;
        }

        return fontName.StartsWith("VNI-", StringComparison.OrdinalIgnoreCase) ? LegacyEncoding.Vni : LegacyEncoding.None;
    }

    /// <summary>Converts to Unicode NFC. Text that already holds a character beyond Latin-1 was typed in Unicode and comes back unchanged.</summary>
    public static string ToUnicode(string text, LegacyEncoding encoding)
    {
        if (encoding == LegacyEncoding.None || !text.All(IsLatin1OrPunctuation))
        {
            return text;
        }

        return encoding switch
        {
            LegacyEncoding.Tcvn3 => FromTcvn3(text),
            LegacyEncoding.Tcvn3Capitals => FromTcvn3(text).ToUpperInvariant(),
            _ => FromVni(text),
        };
    }

    /// <summary>
    /// Guesses the encoding of text whose font is unknown (XLS, PDF, bare bytes): letters such as "®", "¬" or "ñ", "ö" between letters are frequent in
    /// the one or the other and absent from Unicode Vietnamese. Needs a few dozen letters to be worth trusting.
    /// </summary>
    public static LegacyEncoding Guess(ReadOnlySpan<char> text)
    {
        int beyondLatin1 = 0, tcvn3 = 0, vni = 0, letters = 0;
        foreach (var c in text)
        {
            beyondLatin1 += c is >= '\u0100' and < '\u2000' ? 1 : 0;
            letters += char.IsAsciiLetter(c) ? 1 : 0;
            tcvn3 += c is '®' or '¬' or '\u00AD' or '©' or '¸' or 'µ' or '¶' or '·' or '¹' or '¨' or '«' or 'ª' ? 1 : 0;
            vni += c is 'ñ' or 'ö' or 'ø' or 'å' or 'ä' or 'ë' or 'ï' or 'û' ? 1 : 0;
        }

        var threshold = Math.Max(3, letters / 40);
        if (beyondLatin1 > 0 || Math.Max(tcvn3, vni) < threshold)
        {
            return LegacyEncoding.None;
        }

        return tcvn3 >= vni ? LegacyEncoding.Tcvn3 : LegacyEncoding.Vni;
    }

    private static bool IsLatin1OrPunctuation(char c) => c is < '\u0100' or >= '\u2000' and < '\u2E00';

    private static string FromTcvn3(string text) =>
        string.Create(text.Length, text, static (result, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                result[i] = Tcvn3.GetValueOrDefault(source[i], source[i]);
            }
        });

    private static string FromVni(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            result.Append(VniLetters.GetValueOrDefault(c) ?? c.ToString());
            if (VniVowels.Contains(c) && i + 1 < text.Length && MarkOf(text[i + 1]) is { } marks)
            {
                result.Append(marks);
                i++;
            }
        }

        return result.ToString().Normalize(NormalizationForm.FormC);
    }

    private static string? MarkOf(char c) => VniMarks.GetValueOrDefault(char.ToLowerInvariant(c));
}
