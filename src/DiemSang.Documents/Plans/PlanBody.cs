using System.Text.RegularExpressions;

namespace DiemSang.Documents.Plans;

/// <summary>The body of a plan cut into its parts, in the order Nghị định 30/2020 lays them out; any of them may be missing.</summary>
internal sealed partial class PlanBody
{
    private const int MostTitleLines = 8;
    private const int LongestTitleLine = 400;
    private const int SignatureLinesBeforeRecipients = 5;

    public required IReadOnlyList<PlanLine> Header { get; init; }
    public required IReadOnlyList<PlanLine> Title { get; init; }
    public required IReadOnlyList<PlanLine> Preamble { get; init; }
    public required IReadOnlyList<PlanLine> Sections { get; init; }
    public required IReadOnlyList<PlanLine> Recipients { get; init; }

    /// <summary>Lines where the signature may stand: just before the recipients, among them and after.</summary>
    public required IReadOnlyList<PlanLine> Tail { get; init; }

    public static PlanBody Cut(IReadOnlyList<PlanLine> lines)
    {
        var kind = IndexOf(lines, 0, line => PlanWord().IsMatch(line.Folded));
        var title = kind < 0 ? 0 : kind + 1;
        var titleEnd = kind < 0 ? 0 : EndOfTitle(lines, title);
        var recipients = IndexOf(lines, titleEnd, line => RecipientsWord().IsMatch(line.Folded));
        var tail = StartOfTail(lines, recipients, titleEnd);
        var sections = IndexOf(lines, titleEnd, line => SectionMarks.Read(line.Text) is { Level: 1 });
        sections = sections < 0 || sections > tail ? FirstNumbered(lines, titleEnd, tail) : sections;
        var recipientsEnd = EndOfRecipients(lines, recipients);
        return new PlanBody
        {
            Header = Slice(lines, 0, kind < 0 ? sections : kind),
            Title = Slice(lines, title, titleEnd),
            Preamble = Slice(lines, titleEnd, sections),
            Sections = Slice(lines, sections, tail),
            Recipients = recipients < 0 ? [] : Slice(lines, recipients, recipientsEnd),
            Tail = Slice(lines, tail, lines.Count),
        };
    }

    private static int EndOfTitle(IReadOnlyList<PlanLine> lines, int start)
    {
        var end = start;
        while (end < lines.Count && end < start + MostTitleLines && (end == start || GoesOn(lines[start], lines[end - 1], lines[end])))
        {
            end++;
        }

        return Math.Min(end, lines.Count);
    }

    private static bool GoesOn(PlanLine first, PlanLine above, PlanLine line)
    {
        if (SectionMarks.StartsItem(line.Text) || PreambleStart().IsMatch(line.Folded) || line.Text.Length > LongestTitleLine || CellLines.IsFinished(above.Text))
        {
            return false;
        }

        return line.IsBold ? first.IsBold : (!first.IsBold && !line.HasGapBefore) || line.IsCentred;
    }

    /// <summary>Where the text ends and the signature or the recipients begin.</summary>
    private static int StartOfTail(IReadOnlyList<PlanLine> lines, int recipients, int titleEnd)
    {
        if (recipients < 0)
        {
            var signature = LastIndexOf(lines, line => SignatureReader.IsAuthorityOrPost(line.Text));
            while (signature > titleEnd && SignatureReader.IsAuthorityOrPost(lines[signature - 1].Text))
            {
                signature--;
            }

            return signature < titleEnd ? lines.Count : signature;
        }

        var start = recipients;
        for (var i = recipients - 1; i >= Math.Max(titleEnd, recipients - SignatureLinesBeforeRecipients); i--)
        {
            start = SignatureReader.IsAuthorityOrPost(lines[i].Text) ? i : start;
        }

        return start;
    }

    private static int EndOfRecipients(IReadOnlyList<PlanLine> lines, int start)
    {
        if (start < 0)
        {
            return 0;
        }

        var end = start + 1;
        while (end < lines.Count && (Bullets.IsBullet(lines[end].Text) || (end == start + 1 && !SignatureReader.IsAuthorityOrPost(lines[end].Text))))
        {
            end++;
        }

        return end;
    }

    private static int FirstNumbered(IReadOnlyList<PlanLine> lines, int from, int to)
    {
        var first = IndexOf(lines, from, line => SectionMarks.Read(line.Text) is { Level: 2 });
        return first < 0 || first > to ? to : first;
    }

    private static int IndexOf(IReadOnlyList<PlanLine> lines, int from, Func<PlanLine, bool> test)
    {
        for (var i = from; i < lines.Count; i++)
        {
            if (test(lines[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static int LastIndexOf(IReadOnlyList<PlanLine> lines, Func<PlanLine, bool> test)
    {
        for (var i = lines.Count - 1; i >= 0; i--)
        {
            if (test(lines[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static IReadOnlyList<PlanLine> Slice(IReadOnlyList<PlanLine> lines, int from, int to) => to <= from ? [] : [.. lines.Skip(from).Take(to - from)];

    [GeneratedRegex(@"^(?:du thao )?ke hoach(?: hanh dong| thuc hien| trien khai)?[.:]?$")]
    private static partial Regex PlanWord();

    [GeneratedRegex(@"^noi nhan ?:?")]
    private static partial Regex RecipientsWord();

    [GeneratedRegex(@"^(?:can cu|thuc hien|de |nham |trien khai thuc hien|uy ban nhan dan|ubnd|xet |theo |tren co so|hoi dong nhan dan|tiep tuc thuc hien)\b|^(?:can cu|thuc hien)")]
    private static partial Regex PreambleStart();
}
