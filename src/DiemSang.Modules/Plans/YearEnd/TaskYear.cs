using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiemSang.Modules.Plans.YearEnd;

/// <summary>The year's record of one task for one lead unit (and the official it was given to): a line of a result sheet. Measures as in <see cref="YearRecord"/>.</summary>
public sealed class TaskYear
{
    public Guid OrganisationId { get; init; }
    public Guid UnitId { get; init; }
    public Guid? PersonId { get; init; }
    public Guid TaskId { get; init; }
    public int Asked { get; init; }
    public int OnTime { get; init; }
    public int Late { get; init; }
    public int Done { get; init; }
    public int WithEvidence { get; init; }
    public int Returned { get; init; }

    /// <param name="today">Nothing that is due today or later counts as asked yet.</param>
    /// <param name="plan">Only work of this plan; null for all.</param>
    public static IQueryable<TaskYear> Between(DiemSangDbContext db, Guid organisationId, DateOnly from, DateOnly to, DateOnly today, Guid? plan) =>
        db.Set<TaskYear>().FromSql($"select * from plans.year_task({organisationId}, {from}, {to}, {today}, {plan}::uuid)");
}

internal sealed class TaskYearMapping : IEntityTypeConfiguration<TaskYear>
{
    public void Configure(EntityTypeBuilder<TaskYear> builder) => builder.HasNoKey().ToView("year_task", "plans");
}
