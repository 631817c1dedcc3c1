using DiemSang.Modules.Access;
using DiemSang.Modules.Plans.Importing;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Amending;

/// <summary>A proposal as a page shows it.</summary>
/// <param name="Row">The row it changes or drops; for a new one the row it follows.</param>
/// <param name="IsStale">An amendment has changed or dropped that row since.</param>
/// <param name="Against">Other proposals for the same row that say something else, and in which cells.</param>
public sealed record ProposalCard(RowProposal Proposal, PlanRow? Row, string By, bool IsStale, IReadOnlyList<Contradiction> Against)
{
    public string Label => PlanDifference.LabelOf(Proposal.Kind == ProposalKind.Add ? Proposal.Wording! : AmendedRow.TextOf(Row!));

    public IReadOnlyList<FieldChange> Changes => AmendedRow.ChangesOf(Row, Proposal);
}

/// <param name="By">Who made the other proposal.</param>
public sealed record Contradiction(Guid ProposalId, string By, IReadOnlyList<PlanField> Fields);

/// <summary>Everything one page says about the amendments of a plan.</summary>
/// <param name="Open">The amendment being put together or lying with the leader, if there is one.</param>
/// <param name="Waiting">Proposals nobody has decided on, those for one row beside each other.</param>
/// <param name="Settled">Declined and withdrawn ones, the newest first.</param>
public sealed record AmendmentOverview(Plan Plan, AmendmentView? Open, IReadOnlyList<ProposalCard> Waiting, IReadOnlyList<ProposalCard> Settled, IReadOnlyList<Amendment> Approved);

/// <summary>An amendment row by row.</summary>
public sealed record AmendmentView(Plan Plan, Amendment Amendment, IReadOnlyList<AmendedRow> Rows, IReadOnlyDictionary<Guid, string> Proposers);

/// <summary>Reads amendments and proposals; everybody who may read the issued plan may read them.</summary>
public sealed class AmendmentReading(DiemSangDbContext db)
{
    public async Task<AmendmentOverview?> OverviewAsync(Actor actor, Guid planId, CancellationToken cancel = default)
    {
        if (await PlanAsync(actor, planId, cancel) is not { } plan)
        {
            return null;
        }

        var amendments = await db.Amendments.AsNoTracking().Where(found => found.OrganisationId == actor.OrganisationId && found.PlanId == planId).OrderByDescending(found => found.Edition).ToListAsync(cancel);
        var open = amendments.Find(amendment => amendment.State != AmendmentState.Approved);
        var proposals = await db.RowProposals.AsNoTracking()
            .Where(proposal => proposal.OrganisationId == actor.OrganisationId && proposal.PlanId == planId)
            .Where(proposal => proposal.State != ProposalState.Accepted || (open != null && proposal.AmendmentId == open.Id))
            .OrderByDescending(proposal => proposal.ProposedAt).ToListAsync(cancel);
        var cards = await CardsAsync(actor, proposals, cancel);
        var waiting = cards.Where(card => card.Proposal.State == ProposalState.Open).OrderBy(card => card.Row?.Position ?? int.MaxValue).ThenBy(card => card.Proposal.ProposedAt);
        var settled = cards.Where(card => card.Proposal.State is ProposalState.Declined or ProposalState.Withdrawn);
        return new AmendmentOverview(
            plan, open is null ? null : await ViewAsync(plan, open, cancel), [.. waiting], [.. settled], [.. amendments.Where(amendment => amendment.State == AmendmentState.Approved)]);
    }

    public async Task<AmendmentView?> FindAsync(Actor actor, Guid planId, Guid amendmentId, CancellationToken cancel = default)
    {
        var plan = await PlanAsync(actor, planId, cancel);
        var amendment = await db.Amendments.AsNoTracking().SingleOrDefaultAsync(
            found => found.OrganisationId == actor.OrganisationId && found.PlanId == planId && found.Id == amendmentId, cancel);
        return plan is null || amendment is null ? null : await ViewAsync(plan, amendment, cancel);
    }

    /// <summary>One proposal, for the person who writes it anew on the row as it stands now.</summary>
    public Task<RowProposal?> ProposalAsync(Actor actor, Guid planId, Guid proposalId, CancellationToken cancel = default) =>
        db.RowProposals.AsNoTracking().SingleOrDefaultAsync(found => found.OrganisationId == actor.OrganisationId && found.PlanId == planId && found.Id == proposalId, cancel);

    private async Task<AmendmentView> ViewAsync(Plan plan, Amendment amendment, CancellationToken cancel)
    {
        var accepted = await db.RowProposals.AsNoTracking().Where(proposal => proposal.OrganisationId == plan.OrganisationId && proposal.AmendmentId == amendment.Id).ToListAsync(cancel);
        return new AmendmentView(plan, amendment, AmendedRow.Of(accepted, await db.RowsReadAsync(accepted, cancel)), await ProposersAsync(accepted, cancel));
    }

    private async Task<List<ProposalCard>> CardsAsync(Actor actor, IReadOnlyList<RowProposal> proposals, CancellationToken cancel)
    {
        var rows = await db.RowsReadAsync(proposals, cancel);
        var by = await ProposersAsync(proposals, cancel);
        return [.. proposals.Select(proposal =>
        {
            var row = proposal.RowId is { } id ? rows[id] : null;
            var others = proposals.Where(other => other != proposal && other.RowId == proposal.RowId && other.State is ProposalState.Open or ProposalState.Accepted);
            var against = row is null || proposal.Kind == ProposalKind.Add ? [] : others.Where(other => other.Kind != ProposalKind.Add)
                .Select(other => new Contradiction(other.Id, by[other.Id], AmendedRow.Contradictions(row, proposal, other))).Where(found => found.Fields.Count > 0).ToList();
            return new ProposalCard(proposal, row, by[proposal.Id], proposal.Kind != ProposalKind.Add && row!.LastEdition is not null, against);
        })];
    }

    /// <summary>Proposal → who made it: the person, and the unit spoken for.</summary>
    private async Task<Dictionary<Guid, string>> ProposersAsync(IReadOnlyList<RowProposal> proposals, CancellationToken cancel)
    {
        var ids = proposals.Select(proposal => proposal.Id).ToArray();
        var named = await (
            from proposal in db.RowProposals
            where ids.Contains(proposal.Id)
            join person in db.People on new { proposal.OrganisationId, Id = proposal.ProposedBy } equals new { person.OrganisationId, person.Id }
            from unit in db.Units.Where(unit => unit.OrganisationId == proposal.OrganisationId && unit.Id == proposal.UnitId).DefaultIfEmpty()
            select new { proposal.Id, person.FullName, Unit = unit == null ? null : unit.Name }).ToListAsync(cancel);
        return named.ToDictionary(one => one.Id, one => one.Unit is null ? one.FullName : $"{one.FullName}, {one.Unit}");
    }

    private Task<Plan?> PlanAsync(Actor actor, Guid planId, CancellationToken cancel) =>
        db.Plans.AsNoTracking().SingleOrDefaultAsync(plan => plan.OrganisationId == actor.OrganisationId && plan.Id == planId && plan.State == PlanState.Issued, cancel);
}

internal static class ProposalRows
{
    /// <summary>The rows that proposals name, as they were read, with measures and bodies.</summary>
    public static Task<Dictionary<Guid, PlanRow>> RowsReadAsync(this DiemSangDbContext db, IEnumerable<RowProposal> proposals, CancellationToken cancel)
    {
        var ids = proposals.Select(proposal => proposal.RowId).OfType<Guid>().Distinct().ToArray();
        return db.PlanRows.Include(row => row.Measures).Include(row => row.Parties).AsSplitQuery().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
    }
}
