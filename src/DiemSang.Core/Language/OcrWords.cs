using System.Text;

namespace DiemSang.Core.Language;

/// <summary>
/// How optical recognition garbles Vietnamese: digits for letters and misread common words (requirements, "OCR confusions"). Used to find
/// things in recognised text; the text itself is never changed.
/// </summary>
public sealed class OcrWords(IReadOnlyDictionary<string, string> misreadings)
{
    /// <summary>Below this share of letters with marks, a Vietnamese text of some length has lost its marks.</summary>
    private const double MarkedShareOfLostText = 0.10;
    private const int ShortestTextToJudge = 400;

    /// <summary>The folded word meant by a printed one, or null when it is a number, a symbol or a date, which must not be touched.</summary>
    public string? Read(string word)
    {
        if (word.Contains('/') || !word.Any(char.IsLetter))
        {
            return null;
        }

        var folded = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            var letter = VietnameseText.FoldLetter(c);
            if (letter != '\0')
            {
                folded.Append(LetterMistakenFor(letter));
            }
        }

        return Replace(folded.ToString());
    }

    /// <summary>
    /// True when the text looks recognised: long enough, words of an administrative document in it, and nearly none of the marks that
    /// a quarter of Vietnamese letters carry.
    /// </summary>
    public static bool LookRecognised(string text)
    {
        var letters = 0;
        var marked = 0;
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                letters++;
                marked += c > 127 ? 1 : 0;
            }
        }

        return letters >= ShortestTextToJudge && marked < letters * MarkedShareOfLostText
            && VietnameseText.Fold(text).Contains("hanh chinh", StringComparison.Ordinal);
    }

    private string Replace(string word)
    {
        var core = word.Trim('.', ',', ';', ':', '(', ')', '“', '”', '"', '\'', '‘', '’');
        if (core.Length == 0 || !misreadings.TryGetValue(core, out var meant))
        {
            return word;
        }

        return word.Replace(core, meant, StringComparison.Ordinal);
    }

    private static char LetterMistakenFor(char c) => c switch
    {
        '0' or '6' => 'o',
        '1' or '|' => 'l',
        '4' => 'a',
        '¢' or '€' => 'e',
        '¥' => 'y',
        _ => c,
    };
}
