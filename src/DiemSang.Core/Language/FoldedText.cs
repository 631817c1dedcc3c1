using System.Text;
using System.Text.RegularExpressions;

namespace DiemSang.Core.Language;

/// <summary>
/// A text and its fold side by side, so that what a pattern finds in the fold can be shown as typed: patterns are written once, without
/// marks, and still return the plan's own letters.
/// </summary>
public sealed class FoldedText
{
    private readonly int[] _positions;

    private FoldedText(string original, string folded, int[] positions)
    {
        Original = original;
        Folded = folded;
        _positions = positions;
    }

    public string Original { get; }

    /// <summary>Fold of <see cref="Original"/>: no marks, lower case, single spaces, trimmed at the start.</summary>
    public string Folded { get; }

    public static FoldedText Of(string text) => Build(text, words: null);

    /// <summary>Fold of recognised text: digits inside words become the letters they are mistaken for, and known misreadings their word.</summary>
    public static FoldedText OfOcr(string text, OcrWords words) => Build(text, words);

    /// <summary>The original text under a match in the fold, trimmed.</summary>
    public string Under(Capture capture) => Under(capture.Index, capture.Length);

    public string Under(int index, int length)
    {
        var start = _positions[index];
        var end = _positions[index + length];
        return Original[start..end].Trim();
    }

    /// <summary>Where in <see cref="Original"/> the folded character stands.</summary>
    public int OriginalIndex(int foldedIndex) => _positions[foldedIndex];

    private static FoldedText Build(string text, OcrWords? words)
    {
        var folded = new StringBuilder(text.Length);
        var positions = new List<int>(text.Length + 1);
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            if (folded.Length > 0)
            {
                folded.Append(' ');
                positions.Add(at - 1);
            }

            AppendWord(text, at, end, words, folded, positions);
            at = end;
        }

        positions.Add(text.Length);
        return new FoldedText(text, folded.ToString(), [.. positions]);
    }

    private static void AppendWord(string text, int start, int end, OcrWords? words, StringBuilder folded, List<int> positions)
    {
        if (words?.Read(text[start..end]) is { } read)
        {
            for (var i = 0; i < read.Length; i++)
            {
                folded.Append(read[i]);
                positions.Add(Math.Min(start + i, end - 1));
            }

            return;
        }

        for (var i = start; i < end; i++)
        {
            var letter = VietnameseText.FoldLetter(text[i]);
            if (letter != '\0')
            {
                folded.Append(letter);
                positions.Add(i);
            }
        }
    }
}
