using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Scorecards;

/// <summary>A body that is no unit of the keeper and appraises some criteria of a round: a department, the inspectorate.</summary>
public sealed class AppraisingAgency : TenantEntity, IAudited
{
    public Guid RoundId { get; init; }
    public Guid AgencyId { get; init; }
    public required string AgencyName { get; init; }
    public required string[] Codes { get; init; }
}
