using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiemSang.Modules.Plans;

/// <summary>Decision: an obstacle. Request: an explanation or contribution. Proposal: of a row, to be gathered. Amendment: to be approved.</summary>
public enum WaitingKind { Decision, Request, Proposal, Amendment }

/// <summary>Something that waits for somebody's word (published view <c>plans.waiting_word</c>).</summary>
public sealed class WaitingWord
{
    public Guid OrganisationId { get; init; }
    public Guid SubjectId { get; init; }
    public WaitingKind Kind { get; init; }

    /// <summary>Of proposals and amendments.</summary>
    public Guid? PlanId { get; init; }

    /// <summary>The unit stuck, or asked.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>Whose word it is; null: the unit's people, the focal official or the leader, by its kind.</summary>
    public Guid? PersonId { get; init; }
    public required string Title { get; init; }

    /// <summary>What was asked, in the asker's words.</summary>
    public string? Text { get; init; }
    public DateTimeOffset Since { get; init; }
    public DateOnly? DueOn { get; init; }
}

internal sealed class WaitingWordMapping : IEntityTypeConfiguration<WaitingWord>
{
    public void Configure(EntityTypeBuilder<WaitingWord> builder) => builder.HasNoKey().ToView("waiting_word", "plans");
}
