using DiemSang.Documents.Writing.Decree30;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DiemSang.Documents.Writing;

/// <summary>Prints an <see cref="OfficePaper"/> as the decree on clerical work wants it.</summary>
public static class PaperDocxWriter
{
    /// <summary>A table of Word has no room below it of its own.</summary>
    private const double GapBelowTablePt = 12;

    /// <param name="output">Receives the file; not closed.</param>
    /// <param name="form">Measures; null for those shipped with the program.</param>
    public static void Write(OfficePaper paper, Stream output, DocumentForm? form = null)
    {
        form ??= DocumentForm.Default;
        DocxFile.Write(output, form, paper.Head.Subject, pages => Compose(paper, form, pages));
    }

    private static Body Compose(OfficePaper paper, DocumentForm form, PageLayout pages)
    {
        var width = paper.IsLandscape ? PageLayout.LandscapeWidthMm(form) : PageLayout.WidthMm(form);
        var body = new Body();
        body.Append(new HeadWriter(form, width).Write(paper.Head));
        PaperBlock? above = null;
        foreach (var block in paper.Blocks)
        {
            body.Append(block is PaperBlock.Chart chart ? ChartWriter.Write(pages.Document, chart.Bars, width) : Block(block, form, width, above is PaperBlock.Table ? GapBelowTablePt : 0));
            above = block;
        }

        KeepWithSignature(body.LastChild as Paragraph);
        body.Append(new SignersWriter(form, width).Write(paper));
        if (paper.Appendix is { } appendix)
        {
            body.Append(PageLayout.EndOfSection(pages.Section(paper.IsLandscape)));
            body.Append(Appendix(appendix, form));
        }

        body.Append(pages.Section(paper.IsLandscape || paper.Appendix is not null));
        return body;
    }

    private static IEnumerable<OpenXmlElement> Appendix(PaperAppendix appendix, DocumentForm form) =>
    [
        Centred(form.Texts.Appendix, new Letters(form.Sizes.AppendixWord, Bold: true)),
        Centred(appendix.Title, new Letters(form.Sizes.AppendixTitle, Bold: true)),
        Centred(appendix.AttachedTo, new Letters(form.Sizes.AppendixTitle, Italic: true), afterPt: 12),
        Table(appendix.Table, form, PageLayout.LandscapeWidthMm(form)),
    ];

    /// <summary>The signature must not stand on a page alone: the last paragraph goes there with it, whole.</summary>
    private static void KeepWithSignature(Paragraph? last)
    {
        if (last?.ParagraphProperties is { } properties)
        {
            (properties.KeepNext, properties.KeepLines) = (new KeepNext(), new KeepLines());
        }
    }

    private static OpenXmlElement Block(PaperBlock block, DocumentForm form, double width, double beforePt) => block switch
    {
        PaperBlock.Heading heading => BodyWriter.Paragraph(form, heading.Words, bold: true, keepWithNext: true, beforePt: beforePt),
        PaperBlock.Text text => BodyWriter.Paragraph(form, text.Words, beforePt: beforePt),
        PaperBlock.Basis basis => BodyWriter.Paragraph(form, basis.Words, italic: true),
        PaperBlock.Centred centred => Centred(centred.Words, new Letters(form.Sizes.Body, Bold: true), afterPt: 6),
        PaperBlock.Article article => Article(article, form),
        PaperBlock.Table table => Table(table, form, width),
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    private static Table Table(PaperBlock.Table table, DocumentForm form, double width)
    {
        var shares = table.Columns.Sum(column => column.Share);
        double[] widths = [.. table.Columns.Select(column => width * column.Share / shares)];
        var head = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        head.Append(table.Columns.Select((column, i) => TableCells.Cell(widths[i], [Line(form, column.Title, Alignment.Centre, bold: true)], centred: true)));
        var drawn = new Table(TableCells.Properties(width, bordered: true), TableCells.Grid(widths), head);
        foreach (var row in table.Rows)
        {
            var cells = row.Cells.Select((text, i) => TableCells.Cell(widths[i], [Line(form, text, Align(table.Columns[i], i), row.IsHeading)]));
            drawn.Append(new TableRow([new TableRowProperties(new CantSplit()), .. cells]));
        }

        return drawn;
    }

    private static Alignment Align(PaperColumn column, int position) => column.IsNumber ? Alignment.Right : position == 0 ? Alignment.Centre : Alignment.Left;

    private static Paragraph Article(PaperBlock.Article article, DocumentForm form) => Typesetter.Paragraph(
        new Stance(Alignment.Justified) { FirstLineMm = form.Body.FirstLineMm, AfterPt = form.Body.ParagraphGapPt, LineSpacing = form.Body.LineSpacing },
        (article.Name + " ", new Letters(form.Sizes.Body, Bold: true)), (article.Words, new Letters(form.Sizes.Body)));

    private static Paragraph Centred(string text, Letters letters, double afterPt = 0) =>
        Typesetter.Paragraph(new Stance(Alignment.Centre) { AfterPt = afterPt, KeepWithNext = true }, (text, letters));

    private static Paragraph Line(DocumentForm form, string text, Alignment align, bool bold = false) =>
        Typesetter.Paragraph(new Stance(align) { BeforePt = 2, AfterPt = 2 }, (text, new Letters(form.Sizes.AppendixTable, bold)));
}
