using DiemSang.Core.Language;

namespace DiemSang.Core.Surveys;

/// <summary>
/// Finds words that tell people what to answer, or what depends on their answer. A sentence that forbids coaching says the same words, so a
/// find is a reason to read again, never a refusal.
/// </summary>
/// <param name="coaching">Phrases as written in <c>catalog/surveys/neutral-wording.yaml</c>.</param>
public sealed class NeutralWording(IReadOnlyList<string> coaching)
{
    private readonly IReadOnlyList<(string Phrase, string Folded)> _coaching = [.. coaching.Select(phrase => (phrase, VietnameseText.Fold(phrase)))];

    /// <summary>The coaching phrases in a text, whole words, whatever the case and the marks; none for an empty text.</summary>
    public IReadOnlyList<string> CoachingIn(string? text)
    {
        var folded = VietnameseText.Fold(text ?? "");
        return [.. _coaching.Where(one => HasWords(folded, one.Folded)).Select(one => one.Phrase)];
    }

    private static bool HasWords(string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            var end = at + words.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return true;
            }
        }

        return false;
    }
}
