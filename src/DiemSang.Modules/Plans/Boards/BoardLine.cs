using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiemSang.Modules.Plans.Boards;

/// <summary>One task on the board: its lead units taken together.</summary>
public sealed class BoardLine
{
    public Guid OrganisationId { get; init; }
    public Guid TaskId { get; init; }
    public Guid PlanId { get; init; }

    /// <summary>Order in the plan.</summary>
    public int Position { get; init; }
    public string? IndexCode { get; init; }
    public string? Code { get; init; }
    public required string Title { get; init; }
    public string? Target { get; init; }
    public required string DeadlineKind { get; init; }
    public required string DeadlineText { get; init; }
    public bool IsForAllUnits { get; init; }
    public required string SearchFolded { get; init; }

    /// <summary>The worst of its units; done only when all are.</summary>
    public Light Light { get; init; }
    public bool IsBlocked { get; init; }
    public bool IsSilent { get; init; }
    public DateOnly? LateSince { get; init; }

    /// <summary>The nearest last good day of what is not done.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Mean of its units, 0–100.</summary>
    public int? Percent { get; init; }
    public int UnitsAsked { get; init; }
    public int UnitsAnswered { get; init; }
    public DateTimeOffset? HeardAt { get; init; }

    /// <summary>Short names, the accountable unit first.</summary>
    public required string Leads { get; init; }

    /// <summary>Short names of the units that have not answered for the current period.</summary>
    public string? Unanswered { get; init; }
    public string? People { get; init; }

    /// <summary>Everybody who leads it is asked through a plan below.</summary>
    public bool IsCarried { get; init; }

    /// <summary>Works out a row above, and is counted there.</summary>
    public bool IsDetail { get; init; }

    public bool IsLate => LateSince is not null;
}

internal sealed class BoardLineMapping : IEntityTypeConfiguration<BoardLine>
{
    public void Configure(EntityTypeBuilder<BoardLine> builder)
    {
        builder.HasNoKey().ToView("board", "plans");
        builder.Ignore(line => line.IsLate);
    }
}
