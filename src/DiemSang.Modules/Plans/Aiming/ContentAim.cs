using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiemSang.Modules.Plans.Aiming;

/// <summary>Giữ vững, cải thiện, nâng cao: a content at its maximum is kept, a low one improved, the rest raised (PLN-22).</summary>
public enum Aim { Keep, Improve, Raise }

/// <summary>What a plan wants of a content of an index. Not part of the document: it may be set on an issued plan too.</summary>
public sealed class ContentAim : TenantEntity, IAudited
{
    public Guid PlanId { get; init; }
    public required string IndexCode { get; init; }

    /// <summary>As in the rows; "" for rows that hang directly under the index.</summary>
    public required string Content { get; init; }
    public Aim Aim { get; set; }
}

internal sealed class ContentAimMapping : IEntityTypeConfiguration<ContentAim>
{
    public void Configure(EntityTypeBuilder<ContentAim> builder)
    {
        builder.ToTable("content_aim", "plans");
        builder.Mentions<Plan>(nameof(ContentAim.PlanId));
    }
}
