using DiemSang.Core.Scoring.Rules;

namespace DiemSang.Core.Scoring;

/// <summary>
/// One node of a criteria set: an area (lĩnh vực), criterion (tiêu chí) or sub-criterion (tiêu chí thành phần). A node without children
/// carries a rule; a leaf may stand at any of the five levels.
/// </summary>
public sealed record Criterion
{
    /// <summary>Printed code, unique in the set, e.g. "1.1.3".</summary>
    public required string Code { get; init; }

    public required string Title { get; init; }

    /// <summary>Maximum points, above 0. For bonus and penalty nodes: the cap.</summary>
    public required decimal Max { get; init; }

    public CriterionKind Kind { get; init; }

    /// <summary>Null exactly when the node has children; its points are then their sum.</summary>
    public ScoringRule? Rule { get; init; }

    public IReadOnlyList<Criterion> Children { get; init; } = [];
    public ScoredBy ScoredBy { get; init; }
    public EvidenceDemand Evidence { get; init; }

    /// <summary>What proves it, in the words of the set.</summary>
    public string? EvidenceText { get; init; }

    /// <summary>Shown where the declaration is entered.</summary>
    public string? Guidance { get; init; }

    public string? AppraisingUnit { get; init; }

    /// <summary>Name of a figure the product keeps itself and offers for this criterion, e.g. "plan.done"; null where a person must find it.</summary>
    public string? Figure { get; init; }
    public NotApplicableTreatment NotApplicable { get; init; }

    /// <summary>Codes of the criteria of the previous version that this one continues; compared as one when there are several.</summary>
    public IReadOnlyList<string> Previous { get; init; } = [];

    /// <summary>Criteria of the superior's set that profit from this one: what a commune achieves here shows in the province's own index there.</summary>
    public IReadOnlyList<CriterionReference> Feeds { get; init; } = [];

    /// <summary>Decision and row this node was taken from, where a set is composed from several.</summary>
    public string? Source { get; init; }

    public bool IsLeaf => Children.Count == 0;
}

public enum CriterionKind
{
    /// <summary>Counts towards the maximum.</summary>
    Scored,

    /// <summary>Điểm cộng: added on top of the siblings, up to its cap, outside their maximum.</summary>
    Bonus,

    /// <summary>Điểm trừ: its points are taken from the siblings, up to its cap; the parent never falls below 0.</summary>
    Penalty,
}

/// <summary>Who gives the points. Survey criteria are not self-scored (guidance under 4361/QĐ-BNV).</summary>
public enum ScoredBy
{
    SelfAndAppraisal,
    AppraisalOnly,
    Survey,

    /// <summary>Computed from figures of the product or of the national systems; nobody types points.</summary>
    Figures,
}

public enum EvidenceDemand { Optional, Required, None }

/// <summary>
/// What "không áp dụng" does; the four treatments found in practice. The first three divide by the same smaller maximum and differ in
/// what may be removed and what is shown.
/// </summary>
public enum NotApplicableTreatment
{
    Forbidden,

    /// <summary>Removed; the ratio of the rest is shown on the whole total again.</summary>
    Rebase,

    /// <summary>Removed; the sheet is shown on its smaller maximum (Thanh Hóa 2024: six units on 84).</summary>
    SmallerMaximum,

    /// <summary>Removed as a block: without survey the appraised part is read as a share of its own maximum (Hà Nội 3199/2024).</summary>
    WithoutBlock,

    /// <summary>Counts as fully achieved.</summary>
    FullMarks,
}
