using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Scorecards;

/// <summary>A plan row that earns the points of a criterion; its task follows when the plan is issued.</summary>
public sealed class CriterionLink : TenantEntity, IAudited
{
    public required string SetCode { get; init; }
    public required string Code { get; init; }
    public Guid RowId { get; init; }
}

/// <summary>A unit that answers for a criterion in its organisation, or supports the one that does.</summary>
public sealed class CriterionDuty : TenantEntity, IAudited
{
    public required string SetCode { get; init; }
    public required string Code { get; init; }
    public Guid UnitId { get; init; }

    /// <summary>At most one unit leads a criterion.</summary>
    public bool Leads { get; init; }
}
