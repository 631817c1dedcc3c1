using System.Text.RegularExpressions;
using DiemSang.Core.Language;
using DiemSang.Core.Planning;
using DiemSang.Documents.Reading;

namespace DiemSang.Documents.Plans;

/// <summary>One reading of one document: asks each part's reader in turn and puts the draft together.</summary>
internal sealed partial class PlanReading(PlanWords words, Func<string, FoldedText> fold, SourceFormat format, CancellationToken cancel)
{
    private readonly Citations _citations = new(words);
    private readonly TargetParser _targets = new(words.Indices);

    public required PlanParts Parts { get; init; }
    public required PlanBody Body { get; init; }
    public required bool IsOcr { get; init; }

    public PlanDraft Draft()
    {
        var header = HeaderReader.Read(Body.Header);
        var title = fold(string.Join(" ", Body.Title.Select(line => line.Text)));
        var (preamble, _) = PlanParagraphs.Join(Body.Preamble, fold);
        var (paragraphs, footnotes) = PlanParagraphs.Join(Body.Sections, fold);
        var draft = WithHead(header, title, preamble) with { Period = Period(title, preamble, paragraphs) };
        draft = WithSections(draft, new SectionReader(fold).Read(paragraphs));
        return draft with
        {
            Indices = Indices(title, preamble, draft.Rows),
            LegalBases = LegalBases(header, draft.Parents, [.. preamble, .. paragraphs, .. footnotes], draft.Rows),
            ReportDeadlines = ReportDeadlines(paragraphs),
            Recipients = RecipientReader.Read(Body.Recipients),
            Signature = SignatureReader.Read(Body.Tail),
            IsOcr = IsOcr,
        };
    }

    private PlanDraft WithHead(PlanHeader header, FoldedText title, IReadOnlyList<PlanParagraph> preamble) => new()
    {
        Title = title.Original.Length > 0 ? title.Original : null,
        Number = header.Number,
        Symbol = header.Symbol,
        IssuedOn = header.IssuedOn,
        IssuedOnText = header.IssuedOnText,
        Place = header.Place,
        Issuer = IssuerName.Find(header.Issuer, preamble.Select(paragraph => paragraph.Match), title.Original, header.Place),
        Superior = header.Superior,
        Parents = Parents(preamble),
    };

    /// <summary>Rows from the appendix tables, else proposed from the prose.</summary>
    private PlanDraft WithSections(PlanDraft draft, IReadOnlyList<SectionPart> sections)
    {
        var context = new DeadlineContext(draft.Period, draft.IssuedOn);
        var appendix = new AppendixReader(words, context, format, cancel).Read(Parts.Appendices);
        return draft with
        {
            Targets = Targets(sections),
            Contents = [.. Contents(sections), .. appendix.EmptyHeadings()],
            Sections = [.. sections.Where(section => section.Code is not null).Select(section => section.ToSection())],
            Rows = appendix.Rows.Count > 0 ? WithFigures(appendix.Rows) : new DutyReader(words, context, fold).Read(sections),
            Appendices = [.. Parts.Appendices.Select(Appendix)],
        };
    }

    /// <summary>The title's years; a half-year named in the text narrows a one-year plan (and is then flagged).</summary>
    private static PlanPeriod? Period(FoldedText title, IReadOnlyList<PlanParagraph> preamble, IReadOnlyList<PlanParagraph> paragraphs)
    {
        var period = PeriodReader.Find(title) ?? preamble.Select(paragraph => PeriodReader.Find(paragraph.Match)).LastOrDefault(found => found is not null);
        if (period is not { Text: null } || period.From != period.To)
        {
            return period;
        }

        var half = paragraphs.Where(IsClosing).Select(paragraph => PeriodReader.FindHalfYear(paragraph.Match)).FirstOrDefault(found => found is not null);
        return half is not null && half.From == period.From ? period with { Text = half.Text } : period;
    }

    private static bool IsClosing(PlanParagraph paragraph) => paragraph.Folded.StartsWith("tren day la", StringComparison.Ordinal);

    private IReadOnlyList<string> Indices(FoldedText title, IReadOnlyList<PlanParagraph> preamble, IReadOnlyList<PlanDraftRow> rows)
    {
        var named = words.Indices.In(title.Folded);
        if (named.Count == 0)
        {
            named = words.Indices.In(string.Join(" ", preamble.Select(paragraph => paragraph.Folded)));
        }

        return named.Count > 0 ? named : [.. rows.Select(row => row.Index).OfType<string>().Distinct()];
    }

    /// <summary>The plans cited before the first section; where none is a plan, what the plan says it carries out.</summary>
    private IReadOnlyList<DocumentReference> Parents(IReadOnlyList<PlanParagraph> preamble)
    {
        var cited = Citations.Once(preamble.SelectMany(paragraph => _citations.Find(paragraph.Match, paragraph.Place)));
        var plans = cited.Where(reference => reference is { Kind: "Kế hoạch", Number: not null }).ToList();
        if (plans.Count > 0)
        {
            return plans;
        }

        var carriedOut = preamble.FirstOrDefault(paragraph => paragraph.Folded.StartsWith("thuc hien", StringComparison.Ordinal));
        return carriedOut is null ? [] : [.. _citations.Find(carriedOut.Match, carriedOut.Place).Take(1)];
    }

    private IReadOnlyList<DocumentReference> LegalBases(
        PlanHeader header, IReadOnlyList<DocumentReference> parents, IReadOnlyList<PlanParagraph> paragraphs, IReadOnlyList<PlanDraftRow> rows)
    {
        var inText = paragraphs.SelectMany(paragraph => _citations.Find(paragraph.Match, paragraph.Place));
        var inRows = rows.Where(row => !row.Proposed).SelectMany(CitedIn);
        var known = parents.Select(Citations.Key).ToHashSet(StringComparer.Ordinal);
        known.Add(VietnameseText.Fold($"{header.Number?.TrimStart('0')}/{header.Symbol}"));
        return [.. Citations.Once(inText.Concat(inRows)).Where(reference => !known.Contains(Citations.Key(reference)))];
    }

    private IEnumerable<DocumentReference> CitedIn(PlanDraftRow row) =>
        row.Measures.Prepend(row.MeasuresIntro).Prepend(row.Target).Prepend(row.Title).OfType<string>()
            .Where(MayCite).SelectMany(text => _citations.Find(fold(text), row.Source));

    /// <summary>Spares the many rows that cite nothing.</summary>
    private static bool MayCite(string text) => NumberOrLaw().IsMatch(text);

    [GeneratedRegex(@"\d\s?/\s?(?:\d{4}/)?\p{Lu}|\d-\p{Lu}|uật ")]
    private static partial Regex NumberOrLaw();

    private IReadOnlyList<PlanTarget> Targets(IReadOnlyList<SectionPart> sections) =>
        [.. sections.SelectMany(section => Texts(section).SelectMany(text => _targets.Find(text.Text, Scope(section, text.Place))))];

    private TargetScope Scope(SectionPart section, SourcePlace? place)
    {
        var isTargetSection = SectionTitles.IsTargets(section);
        return new TargetScope(DutyReader.IndexOf(section, words.Indices), isTargetSection || section.Heading.Original.Length == 0 ? null : section.Heading.Original, place);
    }

    private IReadOnlyList<PlanContent> Contents(IReadOnlyList<SectionPart> sections) =>
        [.. from section in sections
            from text in Texts(section)
            from list in ContentList.Find(text.Text)
            from item in list.Items
            select new PlanContent(words.Indices.OnlyIn(text.Text.Folded) ?? DutyReader.IndexOf(section, words.Indices), item.Number, item.Name, text.Place)];

    /// <summary>The paragraphs of a section; the first one with the section's inline heading, which may name the index.</summary>
    private IEnumerable<(FoldedText Text, SourcePlace Place)> Texts(SectionPart section)
    {
        for (var i = 0; i < section.Paragraphs.Count; i++)
        {
            var paragraph = section.Paragraphs[i];
            var isInline = i == 0 && section.Heading.Original.Length > 0 && section.Place == paragraph.Place;
            yield return (isInline ? fold($"{section.Heading.Original}: {paragraph.Text}") : paragraph.Match, paragraph.Place);
        }
    }

    private static PlanAppendix Appendix(AppendixPart appendix) =>
        new(appendix.Number, string.Join(" ", appendix.Titles.Select(line => line.Text)), (appendix.Titles.FirstOrDefault()?.Place ?? appendix.Tables[0].Place));

    private IReadOnlyList<PlanDraftRow> WithFigures(IReadOnlyList<PlanDraftRow> rows) =>
        [.. rows.Select(row => row.Target is { } target && target.Any(char.IsDigit)
            ? row with { Figures = [.. target.Split('\n').SelectMany(line => _targets.Find(fold(line), new TargetScope(row.Index, row.Title, row.Source)))] }
            : row)];

    private static IReadOnlyList<ReportDeadline> ReportDeadlines(IReadOnlyList<PlanParagraph> paragraphs)
    {
        var found = paragraphs.SelectMany(paragraph => ReportDeadlineParser.Find(paragraph.Match, paragraph.Place)).ToList();
        if (!found.Any(deadline => deadline.Day is not null) && paragraphs
                .Select(paragraph => ReportDeadlineParser.FindRegulated(paragraph.Match, paragraph.Place)).FirstOrDefault(deadline => deadline is not null) is { } regulated)
        {
            found.Insert(0, regulated);
        }

        var to = found.Select(deadline => deadline.To).FirstOrDefault(name => name is not null) ?? paragraphs
            .Where(paragraph => paragraph.Folded.Contains("gui bao cao ve", StringComparison.Ordinal))
            .Select(paragraph => ReportDeadlineParser.Addressee(paragraph.Match)).FirstOrDefault(name => name is not null);
        return [.. found.DistinctBy(deadline => (deadline.Period, deadline.Day, deadline.Month)).Select(deadline => deadline with { To = deadline.To ?? to })];
    }
}
