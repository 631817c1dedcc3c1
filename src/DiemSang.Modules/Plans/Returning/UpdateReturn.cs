using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiemSang.Modules.Plans.Returning;

/// <summary>An update sent back with a reason. The update itself stays in the history as it was said.</summary>
public sealed class UpdateReturn : TenantEntity, IAudited
{
    public const int ReasonMaxLength = 500;

    public required Guid UpdateId { get; init; }

    /// <summary>Who sent it back.</summary>
    public required Guid PersonId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Reason { get; init; }
}

internal sealed class UpdateReturnMapping : IEntityTypeConfiguration<UpdateReturn>
{
    public void Configure(EntityTypeBuilder<UpdateReturn> builder)
    {
        builder.Mentions<ProgressUpdate>(nameof(UpdateReturn.UpdateId));
        builder.Mentions<Person>(nameof(UpdateReturn.PersonId));
    }
}
