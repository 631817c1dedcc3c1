using System.Text.RegularExpressions;
using DiemSang.Core.Language;
using DiemSang.Core.Planning;

namespace DiemSang.Documents.Plans;

/// <summary>A paragraph put back together from the printed lines it runs over.</summary>
internal sealed record PlanParagraph(FoldedText Match, SourcePlace Place, bool IsBold)
{
    public string Text => Match.Original;
    public string Folded => Match.Folded;
}

/// <summary>
/// Joins printed lines into paragraphs: a line in lower case goes on from the one before whatever page break or footnote stands between; a full-width
/// line without an end goes on in the next.
/// </summary>
internal static partial class PlanParagraphs
{
    /// <summary>A line shorter than this was ended by its writer, not by the margin.</summary>
    private const int ShortestFullLine = 55;

    /// <summary>Where no line is longer than this, lines were broken at a margin; a line nearly that wide goes on even after a full stop.</summary>
    private const int WidestMargin = 130;
    private const double NearlyFull = 0.88;

    /// <summary>Paragraphs of the text and, apart from them, the footnotes at the feet of its pages.</summary>
    public static (IReadOnlyList<PlanParagraph> Body, IReadOnlyList<PlanParagraph> Footnotes) Join(IReadOnlyList<PlanLine> lines, Func<string, FoldedText> fold)
    {
        var body = new List<(string Text, PlanLine First, PlanLine Last)>();
        var width = lines.Select(line => line.Text.Length).DefaultIfEmpty().Max();
        var fullLine = width <= WidestMargin ? (int)(width * NearlyFull) : int.MaxValue;
        var footnotes = new List<PlanParagraph>();
        foreach (var line in lines)
        {
            if (Footnote().IsMatch(line.Text))
            {
                footnotes.Add(new PlanParagraph(line.Match, line.Place, line.IsBold));
            }
            else if (body.Count > 0 && GoesOn(body[^1].Text, body[^1].Last, line, fullLine))
            {
                var (text, first, _) = body[^1];
                body[^1] = (text + " " + line.Text, first, line);
            }
            else
            {
                body.Add((line.Text, line, line));
            }
        }

        return ([.. body.Select(item => new PlanParagraph(
            ReferenceEquals(item.First, item.Last) ? item.First.Match : fold(item.Text), item.First.Place, item.First.IsBold))], footnotes);
    }

    private static bool GoesOn(string text, PlanLine above, PlanLine line, int fullLine)
    {
        if (SectionMarks.StartsItem(line.Text))
        {
            return false;
        }

        if (char.IsLower(line.Text[0]))
        {
            return text[^1] is not ('.' or ':' or '!' or '?') && (line.IsBold || !above.IsBold);
        }

        if (text[^1] == ',')
        {
            return true;
        }

        var isCut = line.IsWrapped && !line.HasGapBefore && text[^1] is not ('.' or ':' or ';' or '!' or '?');
        var fillsMargin = line.IsWrapped && !line.HasGapBefore && above.Text.Length >= fullLine && text[^1] != ':';
        return above.IsBold == line.IsBold && (fillsMargin || (isCut && (above.Text.Length >= ShortestFullLine || line.Text[0] is '(' or '“')));
    }

    [GeneratedRegex(@"^[⁰¹²³⁴⁵⁶⁷⁸⁹]")]
    private static partial Regex Footnote();
}
