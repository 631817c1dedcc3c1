using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiemSang.Modules.Plans;

/// <summary>
/// What a stretch of plan work amounts to for a lead unit and, within it, for one official the head gave work to (published function
/// <c>plans.year_record</c>). A unit's figures are the sums of its lines.
/// </summary>
public sealed class YearRecord
{
    public Guid OrganisationId { get; init; }
    public Guid UnitId { get; init; }

    /// <summary>Null: work that the head gave to nobody by name.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Tasks asked for in these days.</summary>
    public int Led { get; init; }

    /// <summary>Periods whose last good day lies in these days and has passed.</summary>
    public int Asked { get; init; }
    public int OnTime { get; init; }

    /// <summary>Asked and not on time; always 0 for a partner, who is asked and not ordered.</summary>
    public int Late { get; init; }

    /// <summary>Periods done, with a day of their own or without.</summary>
    public int Done { get; init; }

    /// <summary>Periods with a file or document number that was not sent back.</summary>
    public int WithEvidence { get; init; }

    /// <summary>Updates sent back in these days.</summary>
    public int Returned { get; init; }

    /// <param name="today">Nothing that is due today or later counts as asked yet.</param>
    /// <param name="plan">Only work of this plan; null for all.</param>
    public static IQueryable<YearRecord> Between(DiemSangDbContext db, Guid organisationId, DateOnly from, DateOnly to, DateOnly today, Guid? plan = null) =>
        db.Set<YearRecord>().FromSql($"select * from plans.year_record({organisationId}, {from}, {to}, {today}, {plan}::uuid)");
}

internal sealed class YearRecordMapping : IEntityTypeConfiguration<YearRecord>
{
    public void Configure(EntityTypeBuilder<YearRecord> builder) => builder.HasNoKey().ToView("year_record", "plans");
}
