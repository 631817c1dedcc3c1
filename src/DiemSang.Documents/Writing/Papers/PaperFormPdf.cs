using DiemSang.Core.Surveys.Questionnaires;
using DiemSang.Documents.Writing.Fonts;
using DiemSang.Documents.Writing.Pdf;

namespace DiemSang.Documents.Writing.Papers;

/// <summary>
/// A questionnaire on paper (A4), in Vietnamese: beside every answer stands the code that is circled and later keyed; every page has its number
/// and boxes for the number of the sheet, so that loose pages find each other again.
/// </summary>
public sealed class PaperFormPdf
{
    private const double Edge = 48;
    private const double Bottom = PdfPage.Height - 56;
    private const double TextWidth = PdfPage.Width - (2 * Edge);
    private const double Size = 10;
    private const double Small = 8;
    private const double Gap = 6;
    private const double BoxSide = 17;

    /// <summary>Part of the width that the rows of a matrix take; the points of its scale share the rest.</summary>
    private const double RowShare = 0.44;

    private const int SheetDigits = 6;
    private const int CodeLetters = 10;
    private static readonly PdfColour Grey = new(0x55, 0x5f, 0x6b);

    private readonly Questionnaire _form;
    private readonly List<PdfPage> _pages = [];
    private double _y;

    private PaperFormPdf(Questionnaire form) => _form = form;

    private PdfPage Page => _pages[^1];

    /// <param name="hasCode">True when a one-time code is written on the sheet.</param>
    public static void Write(Questionnaire form, string owner, string wave, bool hasCode, Stream output)
    {
        var paper = new PaperFormPdf(form);
        paper.Turn();
        paper.Head(owner, hasCode);
        foreach (var section in form.Sections)
        {
            paper.Part(section);
        }

        paper.NumberPages($"{form.Title.Vi} – {wave}");
        PdfFile.Write(output, $"{form.Title.Vi} – {wave}", paper._pages);
    }

    /// <summary>A new page, with the boxes that tell whose it is.</summary>
    private void Turn()
    {
        _pages.Add(new PdfPage());
        Boxes("Số phiếu", PdfPage.Width - Edge - (SheetDigits * BoxSide) - 52, 28, SheetDigits);
        _y = 56;
    }

    private void Head(string owner, bool hasCode)
    {
        Page.Line(PrintableText.Of(owner), Edge, 40, ShippedFont.SemiBold, Size, PdfColour.Black);
        _y = Page.Centre(PrintableText.Of(_form.Title.Vi), _y, ShippedFont.SemiBold, 15, PdfColour.Black, Edge) + Gap;
        if (_form.Introduction is { } introduction)
        {
            Write(introduction.Vi, ShippedFont.Regular);
        }

        _y += Gap;
        Boxes("Ngày điền (ngày, tháng, năm)", Edge, _y, 8);
        _y += BoxSide + Gap;
        if (hasCode)
        {
            Boxes("Mã một lần", Edge, _y, CodeLetters);
            _y += BoxSide + Gap;
        }

        Write("Khoanh tròn số của câu trả lời; muốn đổi thì gạch chéo số cũ rồi khoanh số mới.", ShippedFont.Regular);
    }

    private void Part(Section section)
    {
        Need(60);
        _y += Gap;
        Write($"{section.Code}. {section.Title.Vi}{(section.Relevant is null ? "" : " (chỉ trả lời nếu có liên quan)")}", ShippedFont.SemiBold, 12);
        foreach (var question in section.Questions)
        {
            Ask(question);
        }
    }

    private void Ask(Question question)
    {
        var words = question.Text.Vi + (question.Relevant is null ? "" : " (nếu có)");
        Need(PdfPage.HeightOf(words, TextWidth, ShippedFont.SemiBold, Size) + (3 * BoxSide));
        _y += Gap;
        Write(words, ShippedFont.SemiBold);
        if (question.Hint is { } hint)
        {
            Write(hint.Vi, ShippedFont.Regular, Small);
        }

        switch (question.Kind)
        {
            case QuestionKind.Matrix:
                Table(question);
                break;
            case QuestionKind.Text:
                Space(TextWidth, 3 * BoxSide);
                break;
            case QuestionKind.Number:
                Space(4 * BoxSide, BoxSide);
                break;
            case QuestionKind.Note:
                break;
            default:
                Choices(question);
                break;
        }
    }

    /// <summary>Choices one after another, in as many lines as they need.</summary>
    private void Choices(Question question)
    {
        var x = Edge;
        _y += 3;
        foreach (var choice in Offered(question))
        {
            var text = PrintableText.Of(choice.Text.Vi);
            var width = CodeWidth(choice) + 5 + ShippedFont.Regular.WidthOf(text, Size) + 16;
            if (x > Edge && x + width > Edge + TextWidth)
            {
                (x, _y) = (Edge, _y + BoxSide + 3);
                Need(BoxSide);
            }

            Code(choice, x, _y);
            Page.Line(text, x + CodeWidth(choice) + 5, _y + 12, ShippedFont.Regular, Size, PdfColour.Black);
            x += width;
        }

        _y += BoxSide + 3;
    }

    private void Table(Question question)
    {
        var points = Offered(question).ToList();
        TableHead(points);
        var rowWidth = TextWidth * RowShare;
        foreach (var row in question.Rows)
        {
            var words = PrintableText.Of($"{row.Code}. {row.Text.Vi}");
            var height = Math.Max(BoxSide + 4, PdfPage.HeightOf(words, rowWidth - 8, ShippedFont.Regular, Size) + 4);
            if (_y + height > Bottom)
            {
                Turn();
                TableHead(points);
            }

            Page.Left(words, Edge, _y, rowWidth - 8, ShippedFont.Regular, Size);
            foreach (var (point, place) in points.Select((point, place) => (point, place)))
            {
                Code(point, PointStart(place, points.Count) + ((PointWidth(points.Count) - CodeWidth(point)) / 2), _y + ((height - BoxSide) / 2));
            }

            _y += height;
            Page.Fill(Edge, _y, TextWidth, 0.4, Grey);
        }
    }

    private void TableHead(List<Choice> points)
    {
        var width = PointWidth(points.Count) - 4;
        var height = points.Max(point => PdfPage.HeightOf(PrintableText.Of(point.Text.Vi), width, ShippedFont.Regular, Small));
        Need(height + (3 * BoxSide));
        foreach (var (point, place) in points.Select((point, place) => (point, place)))
        {
            Page.CentreIn(PrintableText.Of(point.Text.Vi), PointStart(place, points.Count) + 2, _y, width, ShippedFont.Regular, Small);
        }

        _y += height + 4;
        Page.Fill(Edge, _y, TextWidth, 0.8, PdfColour.Black);
    }

    private void NumberPages(string title)
    {
        foreach (var (page, number) in _pages.Select((page, number) => (page, number + 1)))
        {
            page.Line(PrintableText.Of(title), Edge, PdfPage.Height - 32, ShippedFont.Regular, Small, Grey);
            page.Line($"Trang {number}/{_pages.Count}", PdfPage.Width - Edge - 44, PdfPage.Height - 32, ShippedFont.Regular, Small, Grey);
        }
    }

    private IEnumerable<Choice> Offered(Question question) => question.OffersNoAnswer ? question.Choices.Concat(_form.NoAnswers) : question.Choices;

    private void Write(string text, ShippedFont font, double size = Size) => _y = Page.Left(PrintableText.Of(text), Edge, _y, TextWidth, font, size);

    private void Space(double width, double height)
    {
        Need(height + Gap);
        Page.Frame(Edge, _y + 4, width, height);
        _y += height + Gap;
    }

    private void Boxes(string label, double x, double y, int count)
    {
        var words = ShippedFont.Regular.WidthOf(label, Size);
        Page.Line(label, x, y + 12, ShippedFont.Regular, Size, PdfColour.Black);
        for (var box = 0; box < count; box++)
        {
            Page.Frame(x + words + 6 + (box * BoxSide), y, BoxSide, BoxSide);
        }
    }

    private void Code(Choice choice, double x, double y)
    {
        Page.Frame(x, y, CodeWidth(choice), BoxSide);
        Page.Line(choice.Code, x + ((CodeWidth(choice) - ShippedFont.SemiBold.WidthOf(choice.Code, Size)) / 2), y + 12, ShippedFont.SemiBold, Size, PdfColour.Black);
    }

    private void Need(double height)
    {
        if (_y + height > Bottom)
        {
            Turn();
        }
    }

    private static double CodeWidth(Choice choice) => Math.Max(BoxSide, ShippedFont.SemiBold.WidthOf(choice.Code, Size) + 8);

    private static double PointWidth(int points) => TextWidth * (1 - RowShare) / points;

    private static double PointStart(int place, int points) => Edge + (TextWidth * RowShare) + (place * PointWidth(points));
}
