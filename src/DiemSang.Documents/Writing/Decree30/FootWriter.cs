using DiemSang.Core.Planning;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DiemSang.Documents.Writing.Decree30;

/// <summary>Recipients on the left, signature on the right.</summary>
internal sealed class FootWriter(DocumentForm form, double widthMm)
{
    private const double LeftShare = 0.5;

    /// <summary>Room for signature and seal.</summary>
    private const double SignatureRoomPt = 72;

    public IEnumerable<OpenXmlElement> Write(PlanDraft plan)
    {
        if (plan.Recipients.Count == 0 && plan.Signature is null)
        {
            yield break;
        }

        yield return Typesetter.Paragraph(new Stance(Alignment.Left) { KeepWithNext = true }, ("", new Letters(6)));
        yield return TableCells.SideBySide(widthMm * LeftShare, widthMm * (1 - LeftShare), Recipients(plan), Signature(plan.Signature));
    }

    private IEnumerable<Paragraph> Recipients(PlanDraft plan)
    {
        yield return Line(form.Texts.Recipients, new Letters(form.Sizes.RecipientsWord, Bold: true, Italic: true));
        for (var i = 0; i < plan.Recipients.Count; i++)
        {
            var recipient = plan.Recipients[i];
            var purpose = recipient.Purpose is null || recipient.Name.StartsWith("Lưu", StringComparison.Ordinal) ? "" : $" ({recipient.Purpose})";
            yield return Line($"- {recipient.Name.TrimEnd('.', ';')}{purpose}{(i == plan.Recipients.Count - 1 ? "." : ";")}", new Letters(form.Sizes.Recipients));
        }
    }

    private IEnumerable<Paragraph> Signature(PlanSignature? signature)
    {
        var letters = new Letters(form.Sizes.Signer, Bold: true);
        foreach (var line in (signature?.Authority ?? "").Split(" / ", StringSplitOptions.RemoveEmptyEntries).Append(signature?.Post ?? ""))
        {
            yield return Centred(line.ToUpperInvariant(), letters, 0);
        }

        yield return Centred(signature?.Name ?? "", letters, SignatureRoomPt);
    }

    private static Paragraph Line(string text, Letters letters) => Typesetter.Paragraph(new Stance(Alignment.Left), (text, letters));

    private static Paragraph Centred(string text, Letters letters, double beforePt) =>
        Typesetter.Paragraph(new Stance(Alignment.Centre) { BeforePt = beforePt, KeepWithNext = true }, (text, letters));
}
