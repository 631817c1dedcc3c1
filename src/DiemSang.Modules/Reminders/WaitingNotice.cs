using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiemSang.Modules.Reminders;

/// <summary>One person was told, on one day, that something waits for their word.</summary>
public sealed class WaitingNotice : TenantEntity
{
    public required Guid PersonId { get; init; }
    public required WaitingKind Kind { get; init; }
    public required Guid SubjectId { get; init; }
    public required DateOnly AskedOn { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? ReadAt { get; private set; }
}

internal sealed class WaitingNoticeMapping : IEntityTypeConfiguration<WaitingNotice>
{
    public void Configure(EntityTypeBuilder<WaitingNotice> builder) => builder.Mentions<Person>(nameof(WaitingNotice.PersonId));
}
