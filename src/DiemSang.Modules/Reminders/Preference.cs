using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Reminders;

/// <summary>How a person wants to be reminded; without one, by mail at the organisation's hour.</summary>
public sealed class Preference : TenantEntity, IAudited
{
    public required Guid PersonId { get; init; }
    public bool ByMail { get; set; } = true;

    /// <summary>A later hour than the organisation's; an earlier one has no effect.</summary>
    public TimeOnly? DigestAt { get; set; }
}

/// <summary>Days on which a person is not asked: whoever holds the mandate is, or the deputy.</summary>
public sealed class Absence : TenantEntity, IAudited
{
    public required Guid PersonId { get; init; }
    public required DateOnly FromDate { get; init; }

    /// <summary>Last day, inclusive.</summary>
    public required DateOnly ToDate { get; init; }
}
