using DiemSang.Core.Planning;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiemSang.Modules.Plans.Boards;

/// <summary>How one lead unit stands with one task on a day: its current period and what was said about it.</summary>
public sealed class Standing
{
    public Guid OrganisationId { get; init; }
    public Guid TaskId { get; init; }
    public Guid UnitId { get; init; }

    /// <summary>The official the head gave it to.</summary>
    public Guid? PersonId { get; init; }
    public bool IsAccountable { get; init; }
    public Guid OccurrenceId { get; init; }
    public DateOnly FromDate { get; init; }
    public DateOnly ToDate { get; init; }
    public DateOnly? DueOn { get; init; }
    public string? DueBasis { get; init; }

    /// <summary>As last reported; a new month of continuous work keeps what was said in the one before.</summary>
    public ProgressState State { get; init; }
    public int? Percent { get; init; }
    public decimal? Numerator { get; init; }
    public decimal? Denominator { get; init; }

    /// <summary>When the current period was last spoken about; null means no answer yet.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>When anything was last said, in this period or an earlier check-in.</summary>
    public DateTimeOffset? HeardAt { get; init; }
    public DateOnly? LateSince { get; init; }

    /// <summary>Periods that passed without an answer.</summary>
    public int Missed { get; init; }
    public Light Light { get; init; }

    /// <summary>Thirty days without a word.</summary>
    public bool IsSilent { get; init; }

    /// <summary>The unit's own plan, or the year's, answers for it: what stands here comes from there, and nobody is asked here.</summary>
    public bool IsCarried { get; init; }

    /// <summary>Works out a row above that it answers for; counted there.</summary>
    public bool IsDetail { get; init; }

    /// <summary>The number last reported for the current period.</summary>
    public CountedNumber? Counted => Numerator is { } numerator ? new CountedNumber(numerator, Denominator) : null;

    public static IQueryable<Standing> On(DiemSangDbContext db, DateOnly today) => db.Set<Standing>().FromSql($"select * from plans.standing({today})");
}

internal sealed class StandingMapping : IEntityTypeConfiguration<Standing>
{
    public void Configure(EntityTypeBuilder<Standing> builder) => builder.HasNoKey().ToView("standing", "plans").Ignore(standing => standing.Counted);
}
