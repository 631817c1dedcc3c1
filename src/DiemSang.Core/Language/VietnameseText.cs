using System.Globalization;
using System.Text;

namespace DiemSang.Core.Language;

/// <summary>Comparing Vietnamese text: fold to compare and search, show as typed (design rule 6).</summary>
public static class VietnameseText
{
    /// <summary>Unicode NFC, the form of every text inside the product (TCVN 6909:2001).</summary>
    public static string Normalize(string text) => text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);

    /// <summary>
    /// NFC → NFD without marks → đ to d → lower case → single spaces. Old and new tone placement (hòa, hoà) fall together because all
    /// marks go. "Phòng Văn hóa - Xã hội" → "phong van hoa - xa hoi".
    /// </summary>
    public static string Fold(string text)
    {
        var decomposed = text.Normalize(NormalizationForm.FormD);
        var folded = new StringBuilder(decomposed.Length);
        var pendingSpace = false;
        foreach (var c in decomposed)
        {
            if (char.IsWhiteSpace(c))
            {
                pendingSpace = folded.Length > 0;
                continue;
            }

            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (pendingSpace)
            {
                folded.Append(' ');
                pendingSpace = false;
            }

            folded.Append(c is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }
}
