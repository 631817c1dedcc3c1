using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans.Issuing;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Amending;

/// <param name="RowId">The row to change or drop; for a new row the one it follows, or null.</param>
/// <param name="Wording">As in the form; of its deadline only the words count. Null to drop.</param>
public sealed record ProposedRow(ProposalKind Kind, Guid? RowId, PlanDraftRow? Wording, string Reason);

/// <param name="Unclear">Where the proposed row is not clear in all five.</param>
public sealed record Proposed(AmendOutcome Outcome, Guid? ProposalId = null, RowClarity? Unclear = null);

/// <summary>Takes proposals for rows of an issued plan: from heads for their units, from the focal official and leaders.</summary>
public sealed class RowProposer(DiemSangDbContext db, UnitDirectory units, PlanReadiness readiness, TimeProvider clock)
{
    public async Task<Proposed> ProposeAsync(Actor actor, Guid planId, ProposedRow proposed, CancellationToken cancel = default)
    {
        var plan = await FindAsync(actor, planId, cancel);
        var row = proposed.RowId is { } id ? await RowAsync(actor, planId, id, cancel) : null;
        if (plan is null || (row is null && proposed.Kind != ProposalKind.Add))
        {
            return new Proposed(AmendOutcome.NotFound);
        }

        if (row?.LastEdition is not null)
        {
            return new Proposed(AmendOutcome.Stale);
        }

        var wording = proposed.Wording is { } text ? Understood(text, proposed.Kind == ProposalKind.Add ? null : row, plan) : null;
        if (wording is not null && await FaultAsync(proposed.Kind, row, wording, plan, cancel) is { } fault)
        {
            return fault;
        }

        var proposal = new RowProposal
        {
            OrganisationId = plan.OrganisationId, PlanId = planId, Kind = proposed.Kind, RowId = row?.Id, Wording = wording, Reason = proposed.Reason,
            UnitId = actor.ProposingUnit(), ProposedBy = actor.PersonId, ProposedAt = clock.GetUtcNow(),
        };
        db.RowProposals.Add(proposal);
        await db.SaveAsync(actor.To("plans.propose-amendment", proposed.Reason), cancel);
        return new Proposed(AmendOutcome.Done, proposal.Id);
    }

    /// <summary>Takes an own proposal back while nobody has decided on it.</summary>
    public async Task<AmendOutcome> WithdrawAsync(Actor actor, Guid proposalId, CancellationToken cancel = default)
    {
        var proposal = await db.RowProposals.SingleOrDefaultAsync(
            found => found.OrganisationId == actor.OrganisationId && found.Id == proposalId && found.ProposedBy == actor.PersonId, cancel);
        if (proposal is not { State: ProposalState.Open })
        {
            return proposal is null ? AmendOutcome.NotFound : AmendOutcome.Locked;
        }

        proposal.Withdraw(actor.PersonId, clock.GetUtcNow());
        return await db.SaveStepAsync(actor.To("plans.withdraw-proposal"), cancel);
    }

    /// <summary>The row that stands on the line of this row now; null when the line was dropped.</summary>
    public async Task<PlanRow?> CurrentAsync(Actor actor, Guid planId, Guid rowId, CancellationToken cancel = default)
    {
        var line = await db.PlanRows.Where(row => row.OrganisationId == actor.OrganisationId && row.PlanId == planId && row.Id == rowId).Select(row => row.LineId).SingleOrDefaultAsync(cancel);
        return await db.PlanRows.AsNoTracking().Include(row => row.Measures).Include(row => row.Parties).AsSplitQuery()
            .SingleOrDefaultAsync(row => row.OrganisationId == actor.OrganisationId && row.PlanId == planId && row.LineId == line && row.LastEdition == null && row.WithdrawnAt == null, cancel);
    }

    private async Task<Proposed?> FaultAsync(ProposalKind kind, PlanRow? row, PlanDraftRow wording, Plan plan, CancellationToken cancel)
    {
        if (kind == ProposalKind.Change && Importing.PlanDifference.Between(AmendedRow.TextOf(row!), wording).Count == 0)
        {
            return new Proposed(AmendOutcome.NothingChanged);
        }

        var matcher = await units.MatcherAsync(plan.OrganisationId, cancel);
        var trial = kind == ProposalKind.Change ? row!.Reworded(wording, plan.Edition + 1, clock.Today(), matcher) : PlanDrafts.ToRow(wording, plan, 0, matcher);
        var clarity = (await readiness.JudgeAsync(plan.OrganisationId, [trial], null, cancel))[0];
        return clarity.IsClear ? null : new Proposed(AmendOutcome.NotClear, Unclear: clarity);
    }

    /// <summary>The words of a deadline are understood in the plan; the row keeps what no form shows.</summary>
    private static PlanDraftRow Understood(PlanDraftRow text, PlanRow? row, Plan plan) => text with
    {
        Appendix = row?.Appendix ?? 1,
        Deadline = row is not null && text.Deadline.Text == row.DeadlineText ? row.Deadline : RowEditor.UnderstandDeadline(text.Deadline.Text, plan),
    };

    private Task<Plan?> FindAsync(Actor actor, Guid planId, CancellationToken cancel) => actor.MayProposeAmendments()
        ? db.Plans.AsNoTracking().SingleOrDefaultAsync(plan => plan.OrganisationId == actor.OrganisationId && plan.Id == planId && plan.State == PlanState.Issued, cancel)
        : Task.FromResult<Plan?>(null);

    private Task<PlanRow?> RowAsync(Actor actor, Guid planId, Guid rowId, CancellationToken cancel) =>
        db.PlanRows.AsNoTracking().Include(row => row.Measures).Include(row => row.Parties).AsSplitQuery()
            .SingleOrDefaultAsync(row => row.OrganisationId == actor.OrganisationId && row.PlanId == planId && row.Id == rowId, cancel);
}
