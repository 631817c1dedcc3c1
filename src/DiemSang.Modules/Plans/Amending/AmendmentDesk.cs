using DiemSang.Modules.Access;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Amending;

/// <summary>The focal official gathers proposals into one amendment of a plan and hands it to the leader.</summary>
public sealed class AmendmentDesk(DiemSangDbContext db, AmendmentRows rows, TimeProvider clock)
{
    /// <summary>Takes a proposal into the amendment being put together; the first one begins it.</summary>
    /// <param name="version">Of the proposal, as it was shown.</param>
    public async Task<AmendOutcome> AcceptAsync(Actor actor, Guid proposalId, int version, string answer, CancellationToken cancel = default)
    {
        var proposal = await FindAsync(actor, proposalId, version, cancel);
        if (proposal is not { State: ProposalState.Open })
        {
            return proposal is null ? AmendOutcome.NotFound : AmendOutcome.ChangedMeanwhile;
        }

        var amendment = await OpenAsync(actor, proposal.PlanId, cancel);
        if (amendment.State != AmendmentState.Draft)
        {
            return AmendOutcome.Locked;
        }

        if (await ObstacleAsync(proposal, amendment, cancel) is { } obstacle)
        {
            return obstacle;
        }

        proposal.Accept(amendment, answer, actor.PersonId, clock.GetUtcNow());
        Touch(amendment);
        return await db.SaveStepAsync(actor.To("plans.accept-proposal", answer), cancel);
    }

    public async Task<AmendOutcome> DeclineAsync(Actor actor, Guid proposalId, int version, string answer, CancellationToken cancel = default)
    {
        var proposal = await FindAsync(actor, proposalId, version, cancel);
        if (proposal is not { State: ProposalState.Open })
        {
            return proposal is null ? AmendOutcome.NotFound : AmendOutcome.ChangedMeanwhile;
        }

        proposal.Decline(answer, actor.PersonId, clock.GetUtcNow());
        return await db.SaveStepAsync(actor.To("plans.decline-proposal", answer), cancel);
    }

    /// <summary>Takes a decision back while the amendment is still being put together.</summary>
    public async Task<AmendOutcome> ReopenAsync(Actor actor, Guid proposalId, int version, CancellationToken cancel = default)
    {
        var proposal = await FindAsync(actor, proposalId, version, cancel);
        if (proposal is not { State: ProposalState.Accepted or ProposalState.Declined })
        {
            return proposal is null ? AmendOutcome.NotFound : AmendOutcome.ChangedMeanwhile;
        }

        if (proposal.AmendmentId is { } id)
        {
            var amendment = await db.Amendments.SingleAsync(found => found.OrganisationId == actor.OrganisationId && found.Id == id, cancel);
            if (amendment.State != AmendmentState.Draft)
            {
                return AmendOutcome.Locked;
            }

            Touch(amendment);
        }

        proposal.Reopen();
        return await db.SaveStepAsync(actor.To("plans.reopen-proposal"), cancel);
    }

    /// <summary>Hands the amendment to the leader; from then on nothing in it changes unless the leader gives it back.</summary>
    public async Task<AmendOutcome> SubmitAsync(Actor actor, Guid amendmentId, int version, CancellationToken cancel = default)
    {
        var amendment = actor.MayEditPlans() ? await db.AmendmentAsync(actor, amendmentId, version, cancel) : null;
        if (amendment is not { State: AmendmentState.Draft })
        {
            return amendment is null ? AmendOutcome.NotFound : AmendOutcome.Locked;
        }

        var written = await rows.WriteAsync(amendment, clock.Today(), cancel);
        if (written.Count == 0)
        {
            return AmendOutcome.NothingChanged;
        }

        if (written.Any(row => row.Clarity is { IsClear: false }))
        {
            return AmendOutcome.NotClear;
        }

        amendment.Submit(clock.GetUtcNow());
        return await db.SaveStepAsync(actor.To("plans.submit-amendment"), cancel);
    }

    private async Task<AmendOutcome?> ObstacleAsync(RowProposal proposal, Amendment amendment, CancellationToken cancel)
    {
        if (proposal.Kind == ProposalKind.Add)
        {
            return null;
        }

        var row = (await db.RowsReadAsync([proposal], cancel))[proposal.RowId!.Value];
        var taken = await db.RowProposals.AsNoTracking()
            .Where(other => other.OrganisationId == proposal.OrganisationId && other.AmendmentId == amendment.Id && other.RowId == row.Id && other.Kind != ProposalKind.Add).ToListAsync(cancel);
        return row.LastEdition is not null ? AmendOutcome.Stale
            : taken.Exists(other => AmendedRow.Contradictions(row, proposal, other).Count > 0) ? AmendOutcome.Contradicts
            : null;
    }

    private async Task<Amendment> OpenAsync(Actor actor, Guid planId, CancellationToken cancel)
    {
        var open = await db.Amendments.SingleOrDefaultAsync(found => found.OrganisationId == actor.OrganisationId && found.PlanId == planId && found.State != AmendmentState.Approved, cancel);
        if (open is null)
        {
            open = new Amendment { OrganisationId = actor.OrganisationId, PlanId = planId, CreatedAt = clock.GetUtcNow(), CreatedBy = actor.PersonId };
            db.Amendments.Add(open);
        }

        return open;
    }

    /// <summary>Its version rises with every proposal taken in or out, so that a leader never approves what was not shown.</summary>
    private void Touch(Amendment amendment)
    {
        if (db.Entry(amendment) is { State: not EntityState.Added } entry)
        {
            entry.Property(nameof(TenantEntity.Version)).IsModified = true;
        }
    }

    private async Task<RowProposal?> FindAsync(Actor actor, Guid proposalId, int version, CancellationToken cancel)
    {
        var proposal = actor.MayEditPlans()
            ? await db.RowProposals.SingleOrDefaultAsync(found => found.OrganisationId == actor.OrganisationId && found.Id == proposalId, cancel)
            : null;
        db.ExpectShown(proposal, version);
        return proposal;
    }
}
