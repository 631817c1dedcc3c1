using DiemSang.Core.Planning;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiemSang.Modules.Plans;

/// <summary>A target of an issued plan of an organisation, and the years it is for (published view <c>plans.target_line</c>).</summary>
public sealed class TargetLine
{
    public Guid OrganisationId { get; init; }
    public Guid TargetId { get; init; }
    public Guid PlanId { get; init; }

    /// <summary>The plan's title.</summary>
    public required string Plan { get; init; }
    public string? Number { get; init; }
    public string? Symbol { get; init; }
    public int PeriodFrom { get; init; }
    public int PeriodTo { get; init; }
    public int Position { get; init; }
    public string? IndexCode { get; init; }
    public string? Content { get; init; }
    public required string Kind { get; init; }
    public decimal? Value { get; init; }
    public decimal? Upper { get; init; }
    public int? Among { get; init; }
    public decimal? OutOf { get; init; }
    public string? Unit { get; init; }
    public required string Text { get; init; }

    public PlanTarget ToTarget() => new(IndexCode, Content, Kind, Value, Upper, Unit, Text) { Among = Among, OutOf = OutOf };
}

internal sealed class TargetLineMapping : IEntityTypeConfiguration<TargetLine>
{
    public void Configure(EntityTypeBuilder<TargetLine> builder) => builder.HasNoKey().ToView("target_line", "plans");
}
