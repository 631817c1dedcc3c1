using System.Text.RegularExpressions;
using DiemSang.Core.Language;
using DiemSang.Core.Planning;

namespace DiemSang.Documents.Plans;

/// <summary>
/// For a plan without a readable appendix: every paragraph or bullet of a duty section is proposed as a row. Index from the text or its
/// headings, leads from "Giao …", "… có trách nhiệm" or a heading that names a body. A person accepts or rejects each one.
/// </summary>
internal sealed partial class DutyReader(PlanWords words, DeadlineContext context, Func<string, FoldedText> fold)
{
    private const int LongestTitle = 140;

    public IReadOnlyList<PlanDraftRow> Read(IReadOnlyList<SectionPart> sections)
    {
        var rows = new List<PlanDraftRow>();
        foreach (var section in sections.Where(IsDuty))
        {
            var duties = section.Paragraphs.Where(paragraph => !Skipped().IsMatch(paragraph.Folded) && !paragraph.Text.EndsWith(':')).ToList();
            for (var i = 0; i < duties.Count; i++)
            {
                rows.Add(Row(section, duties[i], duties.Count == 1 ? null : i + 1));
            }
        }

        return rows;
    }

    /// <summary>The index of a section: that of its nearest heading which names exactly one.</summary>
    public static string? IndexOf(SectionPart section, IndexNames indices) =>
        section.Headings.Reverse().Select(heading => indices.OnlyIn(heading.Folded)).FirstOrDefault(index => index is not null);

    private static bool IsDuty(SectionPart section) =>
        DutyHeading().IsMatch(section.Top.Folded) && !section.Headings.Any(heading => ReportHeading().IsMatch(heading.Folded));

    private PlanDraftRow Row(SectionPart section, PlanParagraph paragraph, int? number)
    {
        var text = paragraph.Text.TrimStart('-', '–', '+', '•', ' ');
        var isLettered = section.Level == 3 && section.Heading.Original.Length > 0;
        var code = section.FullCode;
        var parent = section.Level == 3 ? section.Headings.ElementAtOrDefault(section.Headings.Count - 2) : section.Heading;
        return new PlanDraftRow
        {
            Index = (isLettered ? null : words.Indices.OnlyIn(paragraph.Folded)) ?? IndexOf(section, words.Indices) ?? words.Indices.OnlyIn(paragraph.Folded),
            ContentCode = section.Level == 3 ? string.Join(".", section.Path.SkipLast(1)) : code,
            Content = parent is { Original.Length: > 0 } ? parent.Original : section.Top.Original,
            Code = number is null ? code : $"{code}.{number}",
            Title = isLettered ? section.Heading.Original : Title(text),
            Measures = [text],
            Leads = Leads(section, fold(text)),
            Deadline = Deadline(fold(text)),
            Proposed = true,
            Source = paragraph.Place,
            Parts = [paragraph.Place],
        };
    }

    /// <summary>The first clause of a duty, cut at a word when it is long.</summary>
    private static string Title(string text)
    {
        var stop = text.IndexOfAny([';', '.']);
        var clause = stop > 20 ? text[..stop] : text;
        if (clause.Length <= LongestTitle)
        {
            return clause.TrimEnd('.', ';', '/', ' ');
        }

        return clause[..clause.LastIndexOf(' ', LongestTitle)].TrimEnd(',', ' ') + "…";
    }

    private IReadOnlyList<string> Leads(SectionPart section, FoldedText text)
    {
        foreach (var pattern in new[] { Assigned(), Responsible() })
        {
            if (pattern.Match(text.Folded) is { Success: true } match && NamesBodies(match.Groups["body"].Value))
            {
                return words.Bodies.Split(text.Under(match.Groups["body"]));
            }
        }

        if (section.Level == 1)
        {
            return [];
        }

        var heading = Asking().Replace(section.Heading.Folded, "");
        var skipped = section.Heading.Folded.Length - heading.Length;
        var name = heading.Length == 0 ? "" : section.Heading.Under(skipped, heading.Length);
        return words.Bodies.StartsLikeBody(name) || words.Bodies.IsKnown(name) ? words.Bodies.Split(name) : [];
    }

    /// <summary>Judged in the fold, where misread letters are put right; shown as printed.</summary>
    private bool NamesBodies(string folded) =>
        words.Bodies.StartsLikeBody(char.ToUpperInvariant(folded[0]) + folded[1..]) || folded.StartsWith("cac ", StringComparison.Ordinal);

    /// <summary>A day or an event anywhere in the duty, else how often its first sentence says it is done.</summary>
    private RowDeadline Deadline(FoldedText text)
    {
        var dated = DayOrEvent().Match(text.Folded);
        if (dated.Success)
        {
            return DeadlineParser.Parse(text.Under(dated), context);
        }

        var stop = text.Folded.IndexOf(". ", StringComparison.Ordinal);
        var often = HowOften().Match(text.Folded, 0, stop < 0 ? text.Folded.Length : stop);
        return often.Success ? DeadlineParser.Parse(text.Under(often), context) : RowDeadline.None;
    }

    [GeneratedRegex(@"\bnhiem vu\b|\bgiai phap\b|\bto chuc thuc hien\b|\bnoi dung thuc hien\b|\bphan cong\b|\btrach nhiem\b")]
    private static partial Regex DutyHeading();

    [GeneratedRegex(@"^che do (?:thong tin,? )?bao cao|^bao cao$")]
    private static partial Regex ReportHeading();

    [GeneratedRegex(@"^\(|^tren day la\b|^\W*chi tiet tai phu luc|^n?oi nhan")]
    private static partial Regex Skipped();

    [GeneratedRegex(@"^(?:giao|de nghi|yeu cau|uy ban nhan dan .{0,30}?yeu cau|ubnd .{0,30}?yeu cau) (?<body>[^.;]{3,120}?)(?= (?:chu tri|phoi hop|don d[oe]c|tham muu|huong dan|theo doi|to chuc (?:thuc hien|trien khai|kiem tra|ra soat|tuyen truyen|cac)|tong hop|nghiem tuc|thuc hien|trien khai|la don vi|la co quan|co trach nhiem|cac thanh vien)\b)")]
    private static partial Regex Assigned();

    [GeneratedRegex(@"^(?:can cu [^,]{3,60}, )?(?<body>[^.;]{3,120}?) (?:c[oe]|chiu|chu tri thuc hien [^.;]{3,80}? co) trach nhiem\b")]
    private static partial Regex Responsible();

    [GeneratedRegex(@"^(?:de nghi|giao|yeu cau|trach nhiem cua|doi voi) ")]
    private static partial Regex Asking();

    [GeneratedRegex(@"\b(?:truoc|cham nhat|hoan thanh)\b[^.;]{0,30}?\d{1,2}(?:/| thang )\d{1,2}(?:(?:/| nam )20\d\d)?|\b(?:trong |xong trong )?(?:quy (?:iv|i{1,3})|thang \d{1,2})(?:/| nam )20\d\d|\bmoi \d{1,2} thang\b|\bngay sau khi [^,.;]{3,60}")]
    private static partial Regex DayOrEvent();

    /// <summary>The exact rhythm counts more than "định kỳ" before it: "định kỳ (hàng quý)".</summary>
    [GeneratedRegex(@"(?<=\bdinh ky \(?)(?:hang|moi) (?:tuan|thang|quy|nam)\b|(?<!\bdinh ky \(?)\b(?:(?:hang|moi) (?:tuan|thang|quy|nam)|thuong xuyen|dinh ky(?! \(?(?:hang|moi)))\b")]
    private static partial Regex HowOften();
}
