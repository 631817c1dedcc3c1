using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiemSang.Modules.Plans.Covering;

/// <summary>A line of a plan carries out a line or a target of the plan above it. Set by deriving or by a person, never by likeness.</summary>
public sealed class ParentLink : TenantEntity, IAudited
{
    public Guid PlanId { get; init; }
    public Guid LineId { get; init; }

    /// <summary>Line or target of the plan above, which may be a superior's.</summary>
    public Guid ParentId { get; init; }
}

internal sealed class ParentLinkMapping : IEntityTypeConfiguration<ParentLink>
{
    public void Configure(EntityTypeBuilder<ParentLink> builder)
    {
        builder.ToTable("parent_link", "plans");
        builder.Mentions<Plan>(nameof(ParentLink.PlanId));
    }
}
