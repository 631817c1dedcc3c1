using System.Globalization;
using System.Text;

namespace DiemSang.Core.Language;

/// <summary>Comparing Vietnamese text: fold to compare and search, show as typed (design rule 6).</summary>
public static class VietnameseText
{
    /// <summary>Everything Vietnamese is written with lies below this code point; the fold of each character is looked up, not computed.</summary>
    private const int TableSize = 0x2000;
    private static readonly char[] Folds = BuildFolds();

    /// <summary>Unicode NFC, the form of every text inside the product (TCVN 6909:2001). Half a surrogate pair, which has no form, becomes U+FFFD.</summary>
    public static string Normalize(string text)
    {
        var valid = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? text : string.Concat(text.EnumerateRunes());
        return valid.IsNormalized(NormalizationForm.FormC) ? valid : valid.Normalize(NormalizationForm.FormC);
    }

    /// <summary>
    /// No marks → đ to d → lower case → single spaces. Old and new tone placement (hòa, hoà) fall together because all
    /// marks go. "Phòng Văn hóa - Xã hội" → "phong van hoa - xa hoi".
    /// </summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var pendingSpace = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                pendingSpace = folded.Length > 0;
                continue;
            }

            var letter = FoldLetter(c);
            if (letter == '\0')
            {
                continue;
            }

            if (pendingSpace)
            {
                folded.Append(' ');
                pendingSpace = false;
            }

            folded.Append(letter);
        }

        return folded.ToString();
    }

    /// <summary>The letter without marks in lower case, or '\0' for a combining mark, which has no letter of its own.</summary>
    public static char FoldLetter(char c) => c < TableSize ? Folds[c] : char.ToLowerInvariant(c);

    private static char[] BuildFolds()
    {
        var folds = new char[TableSize];
        for (var i = 0; i < TableSize; i++)
        {
            folds[i] = FoldByDecomposing((char)i);
        }

        return folds;
    }

    private static char FoldByDecomposing(char c)
    {
        if (c is 'đ' or 'Đ')
        {
            return 'd';
        }

        if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
        {
            return '\0';
        }

        return char.ToLowerInvariant(c.ToString().Normalize(NormalizationForm.FormD)[0]);
    }
}
