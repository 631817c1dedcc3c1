using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiemSang.Modules.Plans.Amending;

public enum AmendmentState { Draft, Submitted, Approved }

/// <summary>What a leader decides on: the accepted proposals of one plan, together. Approved, it makes the plan's next edition and never changes again.</summary>
public sealed class Amendment : TenantEntity, IAudited
{
    public const int ReasonMaxLength = 1000;

    public Guid PlanId { get; init; }
    public AmendmentState State { get; private set; } = AmendmentState.Draft;
    public string? Number { get; private set; }
    public string? Symbol { get; private set; }

    /// <summary>Day of the decision: what it changes is due no earlier.</summary>
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>The edition it made.</summary>
    public int? Edition { get; private set; }
    public DateTimeOffset CreatedAt { get; init; }
    public Guid? CreatedBy { get; init; }
    public DateTimeOffset? SubmittedAt { get; private set; }
    public DateTimeOffset? ApprovedAt { get; private set; }
    public Guid? ApprovedBy { get; private set; }

    /// <summary>What the leader said when giving it back.</summary>
    public string? ReturnedWhy { get; private set; }

    public void Submit(DateTimeOffset at)
    {
        State = AmendmentState.Submitted;
        SubmittedAt = at;
        ReturnedWhy = null;
    }

    public void Return(string why)
    {
        State = AmendmentState.Draft;
        ReturnedWhy = why;
    }

    public void Approve(DecisionIdentity decision, int edition, DateTimeOffset at, Guid by)
    {
        State = AmendmentState.Approved;
        (Number, Symbol, DecidedOn) = (decision.Number, decision.Symbol, decision.DecidedOn);
        Edition = edition;
        ApprovedAt = at;
        ApprovedBy = by;
    }
}

/// <param name="Symbol">"QĐ-UBND".</param>
public sealed record DecisionIdentity(string Number, string Symbol, DateOnly DecidedOn);

internal sealed class AmendmentMapping : IEntityTypeConfiguration<Amendment>
{
    public void Configure(EntityTypeBuilder<Amendment> builder)
    {
        builder.ToTable("amendment", "plans");
        builder.Mentions<Plan>(nameof(Amendment.PlanId));
    }
}
