using DiemSang.Core.Language;

namespace DiemSang.Core.Planning;

/// <summary>Which way a number is to move.</summary>
public enum Direction { Up, Down }

/// <summary>What the result column of a row asks for, by the words of <c>catalog/documents/results.yaml</c> (folded, compared at word borders).</summary>
/// <param name="Proofs">The result is a document.</param>
/// <param name="Rates">The result is counted in a population.</param>
/// <param name="Raises">A number is to rise.</param>
/// <param name="Lowers">A number is to fall.</param>
public sealed record ResultWords(IReadOnlyList<string> Proofs, IReadOnlyList<string> Rates, IReadOnlyList<string> Raises, IReadOnlyList<string> Lowers)
{
    /// <summary>"Báo cáo kết quả tự kiểm tra". A rate is no document: "100% báo cáo gửi đúng hạn" asks for two numbers.</summary>
    public bool AsksForDocument(string? result) => !IsRate(result) && Mentions(result, Proofs);

    /// <summary>"100% hồ sơ", "tăng tỷ lệ" (BRD-07).</summary>
    public bool IsRate(string? result) => Mentions(result, Rates);

    /// <summary>Null where nothing is to rise or fall (BRD-06).</summary>
    public Direction? DirectionOf(string? result) =>
        Mentions(result, Raises) ? Direction.Up : Mentions(result, Lowers) ? Direction.Down : null;

    private static bool Mentions(string? result, IReadOnlyList<string> words)
    {
        var folded = VietnameseText.Fold(result ?? "");
        return words.Any(word => StandsIn(folded, word));
    }

    private static bool StandsIn(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            // A sign such as % has no border: it may follow its number at once.
            if (!char.IsLetter(word[0]) || ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]))))
            {
                return true;
            }
        }

        return false;
    }
}
