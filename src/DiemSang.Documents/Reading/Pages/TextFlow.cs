using System.Text;
using System.Text.RegularExpressions;

namespace DiemSang.Documents.Reading.Pages;

/// <summary>One printed line of words.</summary>
internal sealed record TextLine(string Text, Box Box, double FirstWordWidth, int? Confidence);

/// <summary>Puts words into lines and lines into paragraphs.</summary>
internal static partial class TextFlow
{
    /// <summary>Words of one place as printed lines, from top to bottom.</summary>
    public static List<TextLine> Lines(IEnumerable<PageWord> words) => WordLines(words).ConvertAll(Line);

    /// <summary>The words of each printed line, from left to right.</summary>
    public static List<List<PageWord>> WordLines(IEnumerable<PageWord> words)
    {
        var lines = new List<List<PageWord>>();
        foreach (var word in words.OrderBy(word => word.Box.CentreY))
        {
            var line = lines.FindLast(line => IsSameLine(line[0].Box, word.Box));
            if (line is null)
            {
                lines.Add([word]);
            }
            else
            {
                line.Add(word);
            }
        }

        lines.ForEach(line => line.Sort((a, b) => a.Box.Left.CompareTo(b.Box.Left)));
        return lines;
    }

    /// <summary>
    /// Lines to paragraphs: a line goes on from the one above unless it begins with a bullet or is indented, or its first word would still have had
    /// room there.
    /// </summary>
    public static List<string> Paragraphs(IReadOnlyList<TextLine> lines, double left, double right) =>
        ParagraphLines(lines, left, right).ConvertAll(paragraph => paragraph.Select(line => line.Text).Aggregate(Join));

    /// <summary>The same, with the lines of each paragraph kept.</summary>
    public static List<List<TextLine>> ParagraphLines(IReadOnlyList<TextLine> lines, double left, double right)
    {
        var paragraphs = new List<List<TextLine>>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0 && GoesOn(paragraphs[^1], lines[i], left, right))
            {
                paragraphs[^1].Add(lines[i]);
            }
            else
            {
                paragraphs.Add([lines[i]]);
            }
        }

        return paragraphs;
    }

    public static bool StartsWithMarker(string text) => Marker().IsMatch(text);

    /// <summary>A word broken after a slash or at a hyphen without blanks is put together again.</summary>
    public static string Join(string above, string below) => above.EndsWith('/') || BrokenWord().IsMatch(above) ? above + below : above + " " + below;

    /// <summary>Half of the smaller height must overlap: marks above capitals make some words taller than others.</summary>
    private static bool IsSameLine(Box line, Box word) =>
        Math.Min(line.Bottom, word.Bottom) - Math.Max(line.Top, word.Top) > Math.Min(line.Height, word.Height) * 0.5;

    private static TextLine Line(List<PageWord> words)
    {
        var text = new StringBuilder(words[0].Text);
        var box = words[0].Box;
        for (var i = 1; i < words.Count; i++)
        {
            // Programs that take a letter from another font break the word there: no gap, no blank.
            var gap = words[i].Box.Left - words[i - 1].Box.Right;
            text.Append(gap < words[i].Box.Height * 0.06 && words[i].Confidence is null ? "" : " ").Append(words[i].Text);
            box = box.With(words[i].Box);
        }

        var confidence = words.Min(word => word.Confidence);
        return new TextLine(text.ToString(), box, FirstWordWidth(words), confidence);
    }

    private static double FirstWordWidth(List<PageWord> words)
    {
        var right = words[0].Box.Right;
        for (var i = 1; i < words.Count && words[i].Box.Left - right < words[i].Box.Height * 0.06; i++)
        {
            right = words[i].Box.Right;
        }

        return right - words[0].Box.Left;
    }

    private static bool GoesOn(List<TextLine> paragraph, TextLine below, double left, double right)
    {
        var above = paragraph[^1];
        var hadRoom = below.FirstWordWidth + (below.Box.Height * 0.25) <= Room(above, left, right);
        if (StartsWithDash(below.Text))
        {
            // "Phòng Văn hóa / - Xã hội": a dash that had no room above, in a text that is no list, holds a name together.
            return !hadRoom && !StartsWithDash(paragraph[0].Text) && above.Text[^1] is not ('.' or ';' or ':' or '!' or '?');
        }

        if (StartsWithMarker(below.Text) || (IsIndented(below, left, right) && !IsCentred(above, left, right))
            || (paragraph.Count == 1 && StartAlike(above, below, left)))
        {
            return false;
        }

        return !hadRoom || (char.IsLower(below.Text[0]) && above.Text[^1] is ',');
    }

    /// <summary>What is free in a line, whether it stands at the left or in the middle.</summary>
    private static double Room(TextLine line, double left, double right) =>
        right - left - line.Box.Width - Math.Max(0, Math.Min(line.Box.Left - left, line.Box.Height * 3));

    private static bool StartsWithDash(string text) => text is ['-' or '–' or '—', ' ', ..];

    /// <summary>Set in the middle with room on both sides.</summary>
    public static bool IsCentred(TextLine line, double left, double right) =>
        Math.Abs(line.Box.CentreX - ((left + right) / 2)) < line.Box.Height / 4 && line.Box.Left > left + line.Box.Height;

    /// <summary>Two first lines, one below the other: the second line of a paragraph stands at the margin.</summary>
    private static bool StartAlike(TextLine above, TextLine below, double left) =>
        below.Box.Left > left + below.Box.Height && Math.Abs(above.Box.Left - below.Box.Left) < 2;

    private static bool IsIndented(TextLine line, double left, double right) =>
        line.Box.Left > left + line.Box.Height && right - line.Box.Right < line.Box.Height;

    [GeneratedRegex(@"^([-–—+•●▪*◦]\s|[-–]\p{Lu}|[IVX]{1,5}\.\s|\d{1,2}(\.\d{1,2})*[.)]\s|[a-zđ]\)\s)")]
    private static partial Regex Marker();

    [GeneratedRegex(@"\p{L}-$|\d-$")]
    private static partial Regex BrokenWord();
}
