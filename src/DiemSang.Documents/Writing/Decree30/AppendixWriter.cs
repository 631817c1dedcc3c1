using DiemSang.Core.Planning;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DiemSang.Documents.Writing.Decree30;

/// <summary>One appendix: its heading and the seven-column table, whose header is repeated on every page.</summary>
internal sealed class AppendixWriter(DocumentForm form, AppendixLayout layout, double widthMm)
{
    private readonly double[] _widths = Widths(form, widthMm);

    private Letters TableLetters => new(form.Sizes.AppendixTable);

    /// <param name="number">"II" where the plan has several appendices, else null.</param>
    public IEnumerable<OpenXmlElement> Write(PlanDraft plan, IReadOnlyList<PlanDraftRow> rows, string? number)
    {
        yield return Centred(number is null ? form.Texts.Appendix : $"{form.Texts.Appendix} {number}", new Letters(form.Sizes.AppendixWord, Bold: true));
        yield return Centred("PHÂN CÔNG NHIỆM VỤ, GIẢI PHÁP THỰC HIỆN KẾ HOẠCH", new Letters(form.Sizes.AppendixTitle, Bold: true));
        yield return Centred(AttachedTo(plan), new Letters(form.Sizes.AppendixTitle, Italic: true), afterPt: 12);
        yield return Table(rows);
    }

    /// <summary>Number and date stay blank: an electronic document gets them when it is issued, together with its appendices.</summary>
    private static string AttachedTo(PlanDraft plan)
    {
        var issuer = plan.Issuer is null ? "" : $" của {plan.Issuer}";
        return $"(Kèm theo Kế hoạch số {DateLine.Blank}/{plan.Symbol} ngày {DateLine.Blank} tháng {DateLine.Blank} năm {DateLine.Blank}{issuer})";
    }

    private Table Table(IReadOnlyList<PlanDraftRow> rows)
    {
        var table = new Table(TableCells.Properties(_widths.Sum(), bordered: true), TableCells.Grid(_widths), Header());
        foreach (var line in layout.Lines(rows))
        {
            table.Append(line.Kind == AppendixLineKind.Row ? Row(line) : Heading(line));
        }

        return table;
    }

    private TableRow Header()
    {
        var row = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        row.Append(form.AppendixColumns.Select((column, i) => TableCells.Cell(_widths[i], [Line(column.Title, Alignment.Centre, bold: true)], centred: true)));
        return row;
    }

    /// <summary>An index or a content is one bold line over all columns behind the number.</summary>
    private TableRow Heading(AppendixLine line)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        row.Append(
            TableCells.Cell(_widths[0], [Line(line.Number, Alignment.Centre, bold: true, keepWithNext: true)]),
            TableCells.Cell(_widths.Skip(1).Sum(), [Line(line.Title, Alignment.Left, bold: true, keepWithNext: true)], span: _widths.Length - 1));
        return row;
    }

    private TableRow Row(AppendixLine line)
    {
        var row = new TableRow(
            TableCells.Cell(_widths[0], [Line(line.Number, Alignment.Centre)]),
            TableCells.Cell(_widths[1], [Line(line.Title, Alignment.Left)]));
        for (var i = 0; i < line.Cells.Count; i++)
        {
            // Long texts are justified as the decree wants; names and dates in narrow columns would only be torn apart.
            var align = i == 1 ? Alignment.Justified : i >= 2 ? Alignment.Centre : Alignment.Left;
            row.Append(TableCells.Cell(_widths[i + 2], Paragraphs(line.Cells[i], align)));
        }

        return row;
    }

    private IEnumerable<Paragraph> Paragraphs(IReadOnlyList<string> lines, Alignment align) =>
        lines.Count == 0 ? [Line("", align)] : lines.Select(line => Line(line, align));

    private Paragraph Line(string text, Alignment align, bool bold = false, bool keepWithNext = false) => Typesetter.Paragraph(
        new Stance(align) { BeforePt = 2, AfterPt = 2, KeepWithNext = keepWithNext }, (text, TableLetters with { Bold = bold }));

    private static Paragraph Centred(string text, Letters letters, double afterPt = 0) =>
        Typesetter.Paragraph(new Stance(Alignment.Centre) { AfterPt = afterPt, KeepWithNext = true }, (text, letters));

    private static double[] Widths(DocumentForm form, double widthMm)
    {
        var shares = form.AppendixColumns.Sum(column => column.Share);
        return [.. form.AppendixColumns.Select(column => widthMm * column.Share / shares)];
    }
}
