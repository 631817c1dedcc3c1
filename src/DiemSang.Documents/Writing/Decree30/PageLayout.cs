using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DiemSang.Documents.Writing.Decree30;

/// <summary>Paper, margins and the page number in the top margin, which the first page of every section does without.</summary>
internal sealed class PageLayout
{
    private const double HeaderMm = 10;

    private readonly DocumentForm _form;
    private readonly string _numbered;
    private readonly string _empty;

    public PageLayout(MainDocumentPart document, DocumentForm form)
    {
        _form = form;
        Document = document;
        var letters = new Letters(form.Sizes.PageNumber);
        _numbered = AddHeader(document, new Paragraph(
            new ParagraphProperties { Justification = new Justification { Val = JustificationValues.Center } },
            new SimpleField(Typesetter.Run("2", letters)) { Instruction = " PAGE " }));
        _empty = AddHeader(document, new Paragraph());
    }

    public MainDocumentPart Document { get; }

    /// <summary>Text width of a portrait page.</summary>
    public static double WidthMm(DocumentForm form) => form.Paper.WidthMm - form.Margins.LeftMm - form.Margins.RightMm;

    /// <summary>Text width of a landscape page.</summary>
    public static double LandscapeWidthMm(DocumentForm form) => form.Paper.HeightMm - form.Margins.LeftMm - form.Margins.RightMm;

    /// <summary>A section whose pages count from 1.</summary>
    public SectionProperties Section(bool landscape)
    {
        var (width, height) = landscape ? (_form.Paper.HeightMm, _form.Paper.WidthMm) : (_form.Paper.WidthMm, _form.Paper.HeightMm);
        return new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = _numbered },
            new HeaderReference { Type = HeaderFooterValues.First, Id = _empty },
            new SectionType { Val = SectionMarkValues.NextPage },
            new PageSize
            {
                Width = Typesetter.TwipsNumber(width),
                Height = Typesetter.TwipsNumber(height),
                Orient = landscape ? PageOrientationValues.Landscape : null,
            },
            new PageMargin
            {
                Top = (int)Typesetter.TwipsNumber(_form.Margins.TopMm),
                Bottom = (int)Typesetter.TwipsNumber(_form.Margins.BottomMm),
                Left = Typesetter.TwipsNumber(_form.Margins.LeftMm),
                Right = Typesetter.TwipsNumber(_form.Margins.RightMm),
                Header = Typesetter.TwipsNumber(HeaderMm),
                Footer = Typesetter.TwipsNumber(HeaderMm),
                Gutter = 0,
            },
            new PageNumberType { Start = 1 },
            new TitlePage());
    }

    /// <summary>A section ends with the properties in its last paragraph; a tiny one, so that it never makes a page of its own.</summary>
    public static Paragraph EndOfSection(SectionProperties section)
    {
        var paragraph = Typesetter.Paragraph(new Stance(Alignment.Left) { ExactLinePt = 2 }, ("", new Letters(1)));
        paragraph.ParagraphProperties!.SectionProperties = section;
        return paragraph;
    }

    private static string AddHeader(MainDocumentPart document, Paragraph content)
    {
        var part = document.AddNewPart<HeaderPart>();
        part.Header = new Header(content);
        return document.GetIdOfPart(part);
    }
}
