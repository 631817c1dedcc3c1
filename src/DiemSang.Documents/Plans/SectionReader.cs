using DiemSang.Core.Language;
using DiemSang.Core.Planning;

namespace DiemSang.Documents.Plans;

/// <summary>A heading or numbered item with the paragraphs under it, up to the next one.</summary>
/// <param name="Path">Codes from the top: "II", "1", "a".</param>
/// <param name="Headings">Headings from the top, this one last; "" where the item has none.</param>
internal sealed record SectionPart(
    int Level, string? Code, FoldedText Heading, SourcePlace? Place, IReadOnlyList<string> Path, IReadOnlyList<FoldedText> Headings, List<PlanParagraph> Paragraphs)
{
    public FoldedText Top => Headings[0];

    /// <summary>"III.6", "II.1.a"; a dotted number already holds the one above it ("II.2.1").</summary>
    public string FullCode => string.Join(".", Path.Where((step, i) => i + 1 >= Path.Count || !Path[i + 1].StartsWith(step + ".", StringComparison.Ordinal)));

    public PlanSection ToSection() =>
        new(Level, Code, Heading.Original, string.Join("\n", Paragraphs.Select(paragraph => paragraph.Text)), Place) { Path = FullCode };
}

/// <summary>Cuts the text of a plan into its sections by their numbering (PLN-04, PLN-05).</summary>
internal sealed class SectionReader(Func<string, FoldedText> fold)
{
    private const int LongestHeading = 170;
    private const int LongestInlineHeading = 60;

    private readonly List<SectionPart> _sections = [];
    private readonly Stack<(int Level, string Code, FoldedText Heading)> _open = new();

    public IReadOnlyList<SectionPart> Read(IReadOnlyList<PlanParagraph> paragraphs)
    {
        foreach (var paragraph in paragraphs)
        {
            if (Bullets.IsBullet(paragraph.Text) || SectionMarks.Read(paragraph.Text) is not { } mark)
            {
                AddText(paragraph);
            }
            else
            {
                Open(mark.Level, mark.Code, mark.Text, paragraph);
            }
        }

        return _sections;
    }

    private void AddText(PlanParagraph paragraph)
    {
        if (_sections.Count == 0)
        {
            _sections.Add(new SectionPart(0, null, fold(""), null, [], [fold("")], []));
        }

        _sections[^1].Paragraphs.Add(paragraph);
    }

    private void Open(int level, string code, string text, PlanParagraph paragraph)
    {
        (level, code) = AsLetter(level, code);
        var (heading, rest) = SplitHeading(text, paragraph.IsBold);
        while (_open.Count > 0 && _open.Peek().Level >= level)
        {
            _open.Pop();
        }

        _open.Push((level, code, fold(heading)));
        var path = _open.Reverse().ToList();
        var section = new SectionPart(level, code, path[^1].Heading, paragraph.Place, [.. path.Select(step => step.Code)], [.. path.Select(step => step.Heading)], []);
        if (rest.Length > 0)
        {
            section.Paragraphs.Add(paragraph with { Match = fold(rest), IsBold = false });
        }

        _sections.Add(section);
    }

    /// <summary>
    /// A short line without a full stop is a heading; "Chế độ báo cáo: Các cơ quan …" has its heading before the colon; anything else is an
    /// item without one.
    /// </summary>
    private static (string Heading, string Text) SplitHeading(string text, bool isBold)
    {
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        if (colon is > 0 and <= LongestInlineHeading && !text[..colon].Contains('.'))
        {
            return (text[..colon], text[(colon + 2)..].Trim());
        }

        var isHeading = isBold || text.EndsWith(':') || (text.Length <= LongestHeading && !text.EndsWith('.') && !text.EndsWith(';'));
        return isHeading ? (text.TrimEnd(':'), "") : ("", text);
    }

    /// <summary>
    /// Letters follow a, b, c, d, đ, e, g …: recognition prints đ) as a second d), c) as ¢), and g) as 2) or q). The mark that comes
    /// next in that order is meant.
    /// </summary>
    private (int Level, string Code) AsLetter(int level, string code)
    {
        if (level != 3 || code.Length > 1)
        {
            return (level, code);
        }

        var last = _open.Count > 0 && _open.Peek() is { Level: 3, Code: [var open] } && char.IsLetter(open) ? SectionMarks.Letters.IndexOf(open) : -1;
        var next = last >= 0 && last + 1 < SectionMarks.Letters.Length ? SectionMarks.Letters[last + 1] : '\0';
        return (code, next) switch
        {
            ("d", 'đ') => (level, "đ"),
            ("¢", _) => (level, "c"),
            ("q" or "2", 'g') => (level, "g"),
            _ => (level, code),
        };
    }
}
