using DiemSang.Core.Language;
using DiemSang.Core.Planning;

namespace DiemSang.Documents.Plans;

/// <summary>One printed line or paragraph outside the appendix tables, folded for matching.</summary>
/// <param name="HasGapBefore">True when blank lines stand before it; false where the format does not say.</param>
internal sealed record PlanLine(FoldedText Match, SourcePlace Place, bool IsBold, bool IsCentred, bool HasGapBefore)
{
    /// <summary>True when a paragraph may go on from the line before: lines of the source are printed lines, or a page begins.</summary>
    public bool IsWrapped { get; init; }

    public string Text => Match.Original;
    public string Folded => Match.Folded;
}
