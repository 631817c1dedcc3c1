using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DiemSang.Documents.Writing.Decree30;

/// <summary>The foot of an <see cref="OfficePaper"/>: one signer beside the recipients, or two signers and the recipients below (sample 1.9).</summary>
internal sealed class SignersWriter(DocumentForm form, double widthMm)
{
    /// <summary>Room for signature and seal.</summary>
    private const double SignatureRoomPt = 72;

    public IEnumerable<OpenXmlElement> Write(OfficePaper paper)
    {
        if (paper.Signers.Count + paper.Recipients.Count == 0)
        {
            yield break;
        }

        yield return Typesetter.Paragraph(new Stance(Alignment.Left) { KeepWithNext = true }, ("", new Letters(6)));
        if (paper.Signers is [var left, var right])
        {
            yield return TableCells.SideBySide(widthMm / 2, widthMm / 2, Signature(left, keepWithNext: true), Signature(right, keepWithNext: true));
            foreach (var line in Recipients(paper))
            {
                yield return line;
            }
        }
        else
        {
            yield return TableCells.SideBySide(widthMm / 2, widthMm / 2, Recipients(paper).DefaultIfEmpty(Blank()), paper.Signers.SelectMany(signer => Signature(signer)).DefaultIfEmpty(Blank()));
        }
    }

    /// <param name="keepWithNext">The recipients follow below, and belong on the same page.</param>
    private IEnumerable<Paragraph> Signature(PaperSigner signer, bool keepWithNext = false)
    {
        var letters = new Letters(form.Sizes.Signer, Bold: true);
        foreach (var line in (signer.Authority ?? "").Split(" / ", StringSplitOptions.RemoveEmptyEntries).Append(signer.Post))
        {
            yield return Typesetter.Paragraph(new Stance(Alignment.Centre) { KeepWithNext = true }, (line, letters));
        }

        yield return Typesetter.Paragraph(new Stance(Alignment.Centre) { BeforePt = SignatureRoomPt, KeepWithNext = keepWithNext }, (signer.Name ?? "", letters));
    }

    private IEnumerable<Paragraph> Recipients(OfficePaper paper)
    {
        if (paper.Recipients.Count == 0)
        {
            yield break;
        }

        yield return Line(form.Texts.Recipients, new Letters(form.Sizes.RecipientsWord, Bold: true, Italic: true), keepWithNext: true);
        for (var i = 0; i < paper.Recipients.Count; i++)
        {
            yield return Line($"- {paper.Recipients[i]}{(i == paper.Recipients.Count - 1 ? "." : ";")}", new Letters(form.Sizes.Recipients), keepWithNext: i < paper.Recipients.Count - 1);
        }
    }

    /// <summary>Word refuses a cell without a paragraph.</summary>
    private Paragraph Blank() => Line("", new Letters(form.Sizes.Recipients));

    private static Paragraph Line(string text, Letters letters, bool keepWithNext = false) =>
        Typesetter.Paragraph(new Stance(Alignment.Left) { KeepWithNext = keepWithNext }, (text, letters));
}
