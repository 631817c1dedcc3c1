using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiemSang.Modules.Plans;

/// <summary>
/// A unit leads a task and also one drawn from it in an issued plan (published view <c>plans.drawn_part</c>): in the years of that plan the unit
/// is asked below, and counted above.
/// </summary>
public sealed class DrawnPart
{
    public Guid OrganisationId { get; init; }
    public Guid UnitId { get; init; }
    public Guid ParentTaskId { get; init; }
    public Guid TaskId { get; init; }
}

/// <summary>A period that nobody is asked for, because in its year a plan below answers for the unit (published view <c>plans.carried_occurrence</c>).</summary>
public sealed class CarriedOccurrence
{
    public Guid OrganisationId { get; init; }
    public Guid OccurrenceId { get; init; }
}

/// <summary>A task that only works out rows above it: whatever counts work leaves it out (view <c>plans.detail_task</c>).</summary>
public sealed class DetailTask
{
    public Guid OrganisationId { get; init; }
    public Guid TaskId { get; init; }
}

internal sealed class DrawnPartMapping : IEntityTypeConfiguration<DrawnPart>, IEntityTypeConfiguration<CarriedOccurrence>, IEntityTypeConfiguration<DetailTask>
{
    public void Configure(EntityTypeBuilder<DrawnPart> builder) => builder.HasNoKey().ToView("drawn_part", "plans");

    public void Configure(EntityTypeBuilder<CarriedOccurrence> builder) => builder.HasNoKey().ToView("carried_occurrence", "plans");

    public void Configure(EntityTypeBuilder<DetailTask> builder) => builder.HasNoKey().ToView("detail_task", "plans");
}
