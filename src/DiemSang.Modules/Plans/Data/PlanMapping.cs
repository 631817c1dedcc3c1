using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Shared.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiemSang.Modules.Plans.Data;

internal sealed class PlanMapping : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.Property(plan => plan.Content).AsJson();
        builder.Mentions<Unit>(nameof(Plan.UnitId));
        builder.HasMany(plan => plan.Targets).WithOne().HasForeignKey(target => new { target.OrganisationId, target.PlanId });
        builder.HasMany(plan => plan.Rows).WithOne().HasForeignKey(row => new { row.OrganisationId, row.PlanId });
    }
}

internal sealed class PlanTargetRowMapping : IEntityTypeConfiguration<PlanTargetRow>
{
    public void Configure(EntityTypeBuilder<PlanTargetRow> builder) => builder.ToTable("plan_target", "plans");
}

internal sealed class PlanRowMapping : IEntityTypeConfiguration<PlanRow>
{
    public void Configure(EntityTypeBuilder<PlanRow> builder)
    {
        builder.Property(row => row.LineId).UsePropertyAccessMode(PropertyAccessMode.Property);
        builder.Ignore(row => row.Deadline).Ignore(row => row.IsToBeProved).Ignore(row => row.Leads).Ignore(row => row.Cooperators);
        builder.Property(row => row.Source).AsJson();
        builder.HasMany(row => row.Measures).WithOne().HasForeignKey(measure => new { measure.OrganisationId, measure.RowId });
        builder.HasMany(row => row.Parties).WithOne().HasForeignKey(party => new { party.OrganisationId, party.RowId });
    }
}

internal sealed class PlanImportMapping : IEntityTypeConfiguration<PlanImport>
{
    public void Configure(EntityTypeBuilder<PlanImport> builder)
    {
        builder.Ignore(import => import.IsUnfinished);
        builder.Property(import => import.Draft).AsJson();
        builder.Property(import => import.Source).AsJson();
        builder.Mentions<StoredFile>(nameof(PlanImport.FileId));
        builder.Mentions<Plan>(nameof(PlanImport.PlanId));
    }
}

internal sealed class PlanTaskMapping : IEntityTypeConfiguration<PlanTask>
{
    public void Configure(EntityTypeBuilder<PlanTask> builder)
    {
        builder.ToTable("task", "plans");
        builder.Mentions<Plan>(nameof(PlanTask.PlanId));
        builder.HasOne(task => task.Row).WithOne().HasForeignKey<PlanTask>(task => new { task.OrganisationId, task.RowId });
        builder.HasMany(task => task.Assignments).WithOne().HasForeignKey(assignment => new { assignment.OrganisationId, assignment.TaskId });
        builder.HasMany(task => task.Occurrences).WithOne(occurrence => occurrence.Task).HasForeignKey(occurrence => new { occurrence.OrganisationId, occurrence.TaskId });
    }
}

internal sealed class PartyMapping : IEntityTypeConfiguration<Party>
{
    public void Configure(EntityTypeBuilder<Party> builder)
    {
        builder.Ignore(party => party.IsPlaced);
        builder.Mentions<Unit>(nameof(Party.UnitId));
    }
}

internal sealed class AssignmentMapping : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.Ignore(assignment => assignment.Base);
        builder.Mentions<Unit>(nameof(Assignment.UnitId));
        builder.Mentions<Person>(nameof(Assignment.PersonId));
    }
}

internal sealed class OccurrenceMapping : IEntityTypeConfiguration<Occurrence>
{
    public void Configure(EntityTypeBuilder<Occurrence> builder)
    {
        builder.Ignore(occurrence => occurrence.IsSettled);
        builder.HasQueryFilter(occurrence => occurrence.WithdrawnAt == null);
        builder.Mentions<Unit>(nameof(Occurrence.UnitId));
    }
}

internal sealed class ProgressUpdateMapping : IEntityTypeConfiguration<ProgressUpdate>
{
    public void Configure(EntityTypeBuilder<ProgressUpdate> builder)
    {
        builder.Mentions<Occurrence>(nameof(ProgressUpdate.OccurrenceId));
        builder.Mentions<StoredFile>(nameof(ProgressUpdate.FileId));
    }
}
