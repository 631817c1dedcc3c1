using DiemSang.Core.Scoring;
using DiemSang.Modules.Scorecards.Data;
using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Scorecards;

/// <summary>The stages at which somebody else than the unit gives points.</summary>
public enum VerdictStage { Appraisal1, Appraisal2, Council }

/// <summary>On what the points rest.</summary>
public enum VerdictBasis
{
    /// <summary>The unit's own data hold.</summary>
    Accepted,

    /// <summary>The appraiser put other data in; the points are derived from them.</summary>
    Corrected,

    /// <summary>The appraiser gave points beside the computed ones, with a reason.</summary>
    Overridden,
    NotApplicable,

    /// <summary>From figures: a file of survey results or published figures, or what the product keeps itself.</summary>
    Imported,
}

/// <summary>What was decided at one stage for one criterion of one unit; it belongs to the keeper of the round.</summary>
public sealed class Verdict : TenantEntity, IAudited
{
    public const int ReasonMaxLength = 4000;

    public Guid RoundId { get; init; }
    public Guid SubjectId { get; init; }
    public required string Code { get; init; }
    public VerdictStage Stage { get; init; }
    public VerdictBasis Basis { get; private set; }
    public string Declared { get; private set; } = DeclaredJson.Nothing;

    /// <summary>Null when the criterion does not apply.</summary>
    public decimal? Points { get; private set; }
    public decimal? ComputedPoints { get; private set; }
    public string? Reason { get; private set; }
    public bool NeedsExplanation { get; private set; }
    public string DecidedBy { get; private set; } = "";
    public DateTimeOffset DecidedAt { get; private set; }

    public Declaration Declaration => new()
    {
        Values = DeclaredJson.Read(Declared),
        IsNotApplicable = Basis == VerdictBasis.NotApplicable,
        NotApplicableReason = Basis == VerdictBasis.NotApplicable ? Reason : null,
        Override = Basis == VerdictBasis.Overridden ? new PointsOverride(Points ?? 0, Reason ?? "") : null,
    };

    public void Decide(VerdictDecision decision, NodeResult scored, string by, DateTimeOffset at)
    {
        Basis = decision.Basis;
        Declared = DeclaredJson.Write(decision.Values);
        Points = scored.Points;
        ComputedPoints = decision.Basis == VerdictBasis.Overridden ? scored.ComputedPoints : scored.Points;
        Reason = decision.Reason;
        NeedsExplanation = decision.NeedsExplanation;
        (DecidedBy, DecidedAt) = (by, at);
    }
}

/// <summary>What an appraiser decides before it is scored.</summary>
/// <param name="Values">Data the rule is computed from; the unit's own where they are accepted or overridden.</param>
/// <param name="OverridePoints">Only with <see cref="VerdictBasis.Overridden"/>.</param>
public sealed record VerdictDecision(VerdictBasis Basis, IReadOnlyDictionary<string, DeclaredValue> Values, decimal? OverridePoints = null, string? Reason = null, bool NeedsExplanation = false)
{
    public Declaration ToDeclaration() => new()
    {
        Values = Values,
        IsNotApplicable = Basis == VerdictBasis.NotApplicable,
        NotApplicableReason = Basis == VerdictBasis.NotApplicable ? Reason : null,
        Override = Basis == VerdictBasis.Overridden ? new PointsOverride(OverridePoints ?? 0, Reason ?? "") : null,
    };
}
