using System.Text;
using DiemSang.Core.Language;

namespace DiemSang.Modules.Evidence.Reading;

/// <summary>Words as they are searched: without marks and signs, so that "12/BC-UBND" and "bc ubnd" meet.</summary>
internal static class SearchWords
{
    /// <summary>PostgreSQL takes no more than a megabyte of words into one search vector; what follows in a longer file is not searched.</summary>
    private const int MaxLength = 300_000;

    public static string Of(params ReadOnlySpan<string?> parts)
    {
        var words = new StringBuilder();
        foreach (var part in parts)
        {
            foreach (var letter in VietnameseText.Fold(part ?? ""))
            {
                words.Append(char.IsLetterOrDigit(letter) ? letter : ' ');
            }

            words.Append(' ');
        }

        return words.ToString(0, Math.Min(words.Length, MaxLength)).Trim();
    }
}
