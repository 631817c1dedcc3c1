using DiemSang.Modules.Evidence;

namespace DiemSang.Web.Pages.Scorecards.Sheets;

/// <summary>Proofs of one criterion, with the sheet through which their files open.</summary>
public sealed record ProofList(Guid Round, Guid Subject, IReadOnlyList<EvidenceItem> Items);
