using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DiemSang.Documents.Writing.Decree30;

/// <summary>What every document begins with: issuer and state, number and date, kind and subject.</summary>
internal sealed class HeadWriter(DocumentForm form, double widthMm)
{
    /// <summary>Left block to right block, as in the decree's sample 1.4; the state's name must stay on one line.</summary>
    private const double LeftShare = 0.4;

    /// <summary>Mean width of a bold letter of Times, as a share of its size: for lines that follow the length of a name.</summary>
    private const double CapitalWidth = 0.72;
    private const double LetterWidth = 0.5;
    private const double MmPerPoint = 25.4 / 72;

    private static readonly string[] Bodies = ["ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN"];

    private double LeftMm => widthMm * LeftShare;
    private double RightMm => widthMm - LeftMm;

    public IEnumerable<OpenXmlElement> Write(PaperHead head)
    {
        yield return TableCells.SideBySide(LeftMm, RightMm, IssuerBlock(head), StateBlock(head));
        yield return Centred(head.Kind, new Letters(form.Sizes.Kind, Bold: true), beforePt: 18);
        foreach (var line in Subject(head))
        {
            yield return line;
        }
    }

    private IEnumerable<Paragraph> IssuerBlock(PaperHead head)
    {
        if (!string.IsNullOrWhiteSpace(head.Superior))
        {
            yield return Centred(BrokenAfterBody(head.Superior), new Letters(form.Sizes.Superior));
        }

        var issuer = (head.Issuer ?? "").ToUpperInvariant();
        yield return Centred(BrokenAfterBody(issuer), new Letters(form.Sizes.Issuer, Bold: true));
        yield return Rule(LeftMm, Math.Min(LengthMm(issuer, form.Sizes.Issuer, CapitalWidth), LeftMm) * form.Lines.IssuerShare);
        if (head.Number is not null || head.Symbol is not null)
        {
            yield return Centred(DateLine.Number(head, form.Date), new Letters(form.Sizes.Number), beforePt: 6);
        }
    }

    private IEnumerable<Paragraph> StateBlock(PaperHead head)
    {
        yield return Centred(form.Texts.StateName, new Letters(form.Sizes.StateName, Bold: true));
        yield return Centred(form.Texts.Motto, new Letters(form.Sizes.Motto, Bold: true));
        yield return Rule(RightMm, LengthMm(form.Texts.Motto, form.Sizes.Motto, LetterWidth));
        if (head.IsDated)
        {
            yield return Centred(DateLine.Print(head, form.Date), new Letters(form.Sizes.PlaceAndDate, Italic: true), beforePt: 6);
        }
    }

    private IEnumerable<Paragraph> Subject(PaperHead head)
    {
        var subject = head.Subject ?? "";
        yield return Centred(subject, new Letters(form.Sizes.Subject, Bold: true));
        var line = Math.Min(LengthMm(subject, form.Sizes.Subject, LetterWidth), widthMm * 0.9);
        yield return Rule(widthMm, line * form.Lines.SubjectShare, afterPt: 12);
    }

    /// <summary>A name too long for one line breaks before the place ("ỦY BAN NHÂN DÂN / PHƯỜNG BẾN ĐÁ"), never inside it.</summary>
    private static string BrokenAfterBody(string name)
    {
        var capitals = name.ToUpperInvariant();
        var body = Bodies.FirstOrDefault(start => capitals.StartsWith(start + " ", StringComparison.Ordinal));
        return body is null ? capitals : body + " " + capitals[(body.Length + 1)..].Replace(' ', '\u00A0');
    }

    private static double LengthMm(string text, double sizePt, double letterWidth) => text.Length * sizePt * letterWidth * MmPerPoint;

    /// <summary>A line of a given length in the middle: an empty paragraph with a lower border and equal indents.</summary>
    private static Paragraph Rule(double availableMm, double lengthMm, double afterPt = 0)
    {
        var indent = Math.Max(0, (availableMm - lengthMm) / 2);
        return Typesetter.Paragraph(
            new Stance(Alignment.Centre) { LeftMm = indent, RightMm = indent, RuledBelow = true, ExactLinePt = 4, AfterPt = afterPt }, ("", new Letters(2)));
    }

    private static Paragraph Centred(string text, Letters letters, double beforePt = 0) =>
        Typesetter.Paragraph(new Stance(Alignment.Centre) { BeforePt = beforePt, KeepWithNext = true }, (text, letters));
}
