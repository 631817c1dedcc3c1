using DiemSang.Core.Scoring.Rules;

namespace DiemSang.Core.Scoring;

public enum NodeState
{
    Scored,

    /// <summary>Nothing, or not everything, was declared.</summary>
    NotDeclared,

    NotApplicable,

    /// <summary>The declaration cannot be scored; <see cref="NodeResult.Problem"/> says why.</summary>
    Invalid,
}

/// <summary>One node of a scored sheet.</summary>
public sealed record NodeResult
{
    public required Criterion Criterion { get; init; }
    public required NodeState State { get; init; }

    /// <summary>Exact points, negative for a penalty; null when unscored or invalid.</summary>
    public required decimal? Points { get; init; }

    /// <summary>Maximum after what is not applicable was removed; 0 when all of it is, and for bonus and penalty nodes.</summary>
    public required decimal ApplicableMax { get; init; }

    /// <summary>What the rule gave before a person overrode it; equals <see cref="Points"/> otherwise.</summary>
    public decimal? ComputedPoints { get; init; }

    public LossCause Cause { get; init; }
    public string? Problem { get; init; }
    public Declaration? Declaration { get; init; }
    public IReadOnlyList<NodeResult> Children { get; init; } = [];

    /// <summary>Year that was scored, for the sentences about deadlines.</summary>
    public int? Year { get; init; }

    /// <summary>Points ÷ applicable maximum × 100, exact; null where there is nothing to divide.</summary>
    public decimal? Index => Points is { } points && ApplicableMax > 0 ? points * 100 / ApplicableMax : null;

    /// <summary>Points that could still be won here; 0 for bonus and penalty nodes.</summary>
    public decimal Lost => Criterion.Kind == CriterionKind.Scored ? Math.Max(0, ApplicableMax - (Points ?? 0)) : 0;

    /// <summary>One Vietnamese sentence: how the points came about. Made when asked for.</summary>
    public string How => NodeSentence.Of(this);
}
