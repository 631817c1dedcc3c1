using DiemSang.Core.Planning;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DiemSang.Documents.Writing.Decree30;

/// <summary>The sections of a plan, justified and indented.</summary>
internal static class BodyWriter
{
    /// <summary>A heading longer than this is a sentence with a number, and not set in bold.</summary>
    private const int LongestHeading = 150;

    public static Paragraph Paragraph(DocumentForm form, string text, bool bold = false, bool italic = false, bool keepWithNext = false, double beforePt = 0) =>
        Typesetter.Paragraph(
            new Stance(Alignment.Justified)
            {
                FirstLineMm = form.Body.FirstLineMm,
                BeforePt = beforePt,
                AfterPt = form.Body.ParagraphGapPt,
                LineSpacing = form.Body.LineSpacing,
                KeepWithNext = keepWithNext,
            },
            (text, new Letters(form.Sizes.Body, bold, italic)));

    /// <summary>Headings and texts in order; the last text ends with "./." and stays with the signature, which must not stand on a page alone.</summary>
    public static IEnumerable<Paragraph> Write(DocumentForm form, PlanDraft plan)
    {
        var lines = plan.Sections.SelectMany(Lines).ToList();
        if (lines.Count > 0 && !lines.Any(line => line.Text.EndsWith(form.Texts.End, StringComparison.Ordinal)))
        {
            lines[^1] = lines[^1] with { Text = lines[^1].Text.TrimEnd('.', ';', ' ') + form.Texts.End };
        }

        return lines.Select((line, i) => Paragraph(form, line.Text, line.IsHeading, keepWithNext: line.IsHeading || i == lines.Count - 1));
    }

    /// <summary>
    /// A section without a heading of its own is a numbered paragraph: its number stands before the text. A heading whose text goes on in lower
    /// case is the beginning of its sentence.
    /// </summary>
    private static IEnumerable<(string Text, bool IsHeading)> Lines(PlanSection section)
    {
        var marker = Marker(section.Code);
        if (section.Heading.Length > 0 && section.Text.Length > 0 && char.IsLower(section.Text[0]))
        {
            marker = $"{marker}{section.Heading}: ";
        }
        else if (section.Heading.Length > 0)
        {
            yield return (marker + section.Heading, section.Heading.Length <= LongestHeading && section.Heading[^1] is not '.' and not ';');
            marker = "";
        }

        foreach (var line in section.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            yield return (marker + line, false);
            marker = "";
        }
    }

    private static string Marker(string? code) => string.IsNullOrEmpty(code) ? "" : code[^1] is '.' or ')' ? code + " " : code + ". ";
}
