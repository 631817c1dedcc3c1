using DiemSang.Core.Language;
using DiemSang.Core.Planning;
using DiemSang.Documents.Reading;

namespace DiemSang.Documents.Plans;

/// <summary>Understands a document as a plan: which part is what, and what each part says. Works on the document of any reader.</summary>
public sealed class PlanReader(PlanReadOptions options)
{
    private readonly PlanWords _words = options.Words ?? PlanWordsFile.Default;

    public PlanDraft Read(SourceDocument document, CancellationToken cancel = default)
    {
        var isOcr = document.IsOcr || OcrWords.LookRecognised(FirstText(document));
        FoldedText Fold(string text) => isOcr ? FoldedText.OfOcr(text, _words.OcrWords) : FoldedText.Of(text);

        var parts = PlanParts.Split(document, _words, Fold, cancel);
        var body = PlanBody.Cut(parts.Body);
        var reading = new PlanReading(_words, Fold, document.Format, cancel) { Parts = parts, Body = body, IsOcr = isOcr };
        var draft = reading.Draft();
        return draft with { Warnings = PlanChecks.Run(draft, _words, options.KnownUnits) };
    }

    /// <summary>Enough text to tell whether recognition made it.</summary>
    private static string FirstText(SourceDocument document) =>
        string.Join("\n", document.Blocks.OfType<ParagraphBlock>().Take(200).Select(paragraph => paragraph.Text));
}
