using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiemSang.Modules.Plans.Targets;

/// <summary>What somebody said the number of a plan's target is, or was before the plan; never changed, only said anew.</summary>
public sealed class TargetFigure : TenantEntity, IAudited
{
    public required Guid TargetId { get; init; }

    /// <summary>What the number was before the plan; else what has been reached.</summary>
    public required bool IsBase { get; init; }
    public required decimal Numerator { get; init; }

    /// <summary>Null for points, ranks and counts.</summary>
    public decimal? Denominator { get; init; }
    public required DateOnly OnDate { get; init; }
    public string? Source { get; init; }
    public required Guid SaidBy { get; init; }
    public required DateTimeOffset SaidAt { get; init; }

    public CountedNumber Number => new(Numerator, Denominator);
}

internal sealed class TargetFigureMapping : IEntityTypeConfiguration<TargetFigure>
{
    public void Configure(EntityTypeBuilder<TargetFigure> builder)
    {
        builder.Ignore(figure => figure.Number);
        builder.Mentions<PlanTargetRow>(nameof(TargetFigure.TargetId));
        builder.Mentions<Person>(nameof(TargetFigure.SaidBy));
    }
}
