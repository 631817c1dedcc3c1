using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DiemSang.Modules.Plans.Amending;

public enum ProposalKind { Change, Add, Drop }

public enum ProposalState { Open, Accepted, Declined, Withdrawn }

/// <summary>What somebody wants changed in one row of an issued plan (PLN-24), and what became of it.</summary>
public sealed class RowProposal : TenantEntity, IAudited
{
    public Guid PlanId { get; init; }
    public ProposalKind Kind { get; init; }

    /// <summary>The row to change or drop, as it was read; for a new row the one it follows, null for the end of the plan.</summary>
    public Guid? RowId { get; init; }

    /// <summary>The whole row as it should read; null for one to drop.</summary>
    public PlanDraftRow? Wording { get; init; }
    public required string Reason { get; init; }

    /// <summary>Null when the focal official or a leader proposes.</summary>
    public Guid? UnitId { get; init; }
    public Guid ProposedBy { get; init; }
    public DateTimeOffset ProposedAt { get; init; }
    public ProposalState State { get; private set; } = ProposalState.Open;

    /// <summary>Why it was taken in or not.</summary>
    public string? Answer { get; private set; }
    public Guid? AnsweredBy { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>The amendment it was taken into.</summary>
    public Guid? AmendmentId { get; private set; }

    public void Accept(Amendment into, string answer, Guid by, DateTimeOffset at)
    {
        Settle(ProposalState.Accepted, answer, by, at);
        AmendmentId = into.Id;
    }

    public void Decline(string answer, Guid by, DateTimeOffset at) => Settle(ProposalState.Declined, answer, by, at);

    /// <summary>The proposer takes it back.</summary>
    public void Withdraw(Guid by, DateTimeOffset at) => Settle(ProposalState.Withdrawn, null, by, at);

    /// <summary>The focal official thinks again.</summary>
    public void Reopen()
    {
        (State, Answer, AnsweredBy, AnsweredAt, AmendmentId) = (ProposalState.Open, null, null, null, null);
    }

    private void Settle(ProposalState state, string? answer, Guid by, DateTimeOffset at)
    {
        (State, Answer, AnsweredBy, AnsweredAt) = (state, answer, by, at);
    }
}

internal sealed class RowProposalMapping : IEntityTypeConfiguration<RowProposal>
{
    public void Configure(EntityTypeBuilder<RowProposal> builder)
    {
        builder.ToTable("row_proposal", "plans");
        builder.Property(proposal => proposal.Wording).AsJson();
        builder.Mentions<Plan>(nameof(RowProposal.PlanId));
        builder.Mentions<PlanRow>(nameof(RowProposal.RowId));
        builder.Mentions<Unit>(nameof(RowProposal.UnitId));
        builder.Mentions<Amendment>(nameof(RowProposal.AmendmentId));
    }
}
