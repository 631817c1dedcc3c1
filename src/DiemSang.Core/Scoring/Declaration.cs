using System.Collections.Frozen;

namespace DiemSang.Core.Scoring;

/// <summary>
/// What a unit (or an appraiser) declared for one criterion. Points are derived from it and never stored in it, except an
/// <see cref="Override"/>, which stands beside the computed value with its reason.
/// </summary>
public sealed record Declaration
{
    /// <summary>Declared data by input name (<see cref="Rules.ScoringRule.Inputs"/>).</summary>
    public IReadOnlyDictionary<string, DeclaredValue> Values { get; init; } = FrozenDictionary<string, DeclaredValue>.Empty;

    public bool IsNotApplicable { get; init; }
    public string? NotApplicableReason { get; init; }
    public IReadOnlyList<EvidenceReference> Evidence { get; init; } = [];

    /// <summary>Giải trình: why there is no evidence, or how the number was calculated.</summary>
    public string? Explanation { get; init; }

    public PointsOverride? Override { get; init; }

    /// <summary>Points of the same criterion last year, for the flags; null when unknown.</summary>
    public decimal? LastYearPoints { get; init; }

    /// <summary>When this is an appraisal: the points the unit gave itself; null otherwise.</summary>
    public decimal? SelfPoints { get; init; }

    public static Declaration Of(params (string Name, DeclaredValue Value)[] values) => new()
    {
        Values = values.ToDictionary(value => value.Name, value => value.Value),
    };
}

/// <summary>A score set by a person instead of the computed one; both stay visible.</summary>
/// <param name="Points">From 0 to the criterion's maximum.</param>
/// <param name="Reason">Required; shown beside the points.</param>
public sealed record PointsOverride(decimal Points, string Reason);

/// <param name="Name">Number and symbol of a document, or a file name.</param>
/// <param name="Date">Date of its digital signature where there is one (Hải Phòng 3793/2022, TCTP 1.1.1); null when unknown.</param>
public sealed record EvidenceReference(string Name, DateOnly? Date = null);

/// <summary>All declarations of one unit for one round.</summary>
public sealed record SheetDeclaration
{
    public string? Unit { get; init; }

    /// <summary>Year the round scores: deadlines without a year and the evidence period refer to it.</summary>
    public int? Year { get; init; }

    /// <summary>By criterion code. An area may be declared not applicable or overridden too.</summary>
    public required IReadOnlyDictionary<string, Declaration> Items { get; init; }

    /// <summary>Points a plan promised for a node, e.g. "≥ 5" for each PAPI content; missed ones are flagged.</summary>
    public IReadOnlyDictionary<string, Interval> Targets { get; init; } = FrozenDictionary<string, Interval>.Empty;
}
