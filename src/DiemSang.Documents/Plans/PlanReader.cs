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
        var parts = PlanParts.Split(document, _words, FoldedText.Of, cancel);
        var appendix = new AppendixReader(_words, DeadlineContext.Unknown, document.Format, cancel).Read(parts.Appendices);
        return new PlanDraft { Rows = appendix.Rows, IsOcr = document.IsOcr };
    }
}
