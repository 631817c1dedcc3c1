using DiemSang.Modules.Plans.Issuing;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Amending;

/// <summary>A row of the next edition, not saved yet.</summary>
/// <param name="After">Null when the row is dropped.</param>
/// <param name="Clarity">The new row held against the five; null when there is none.</param>
public sealed record WrittenRow(AmendedRow Amended, PlanRow? After, RowClarity? Clarity)
{
    /// <summary>The row that ends; null for a new one.</summary>
    public PlanRow? Before => Amended.Kind == ProposalKind.Add ? null : Amended.Before;
}

/// <summary>Writes the rows that an amendment would make, so that they can be looked at before anybody decides.</summary>
public sealed class AmendmentRows(DiemSangDbContext db, UnitDirectory units, PlanReadiness readiness)
{
    public async Task<IReadOnlyList<WrittenRow>> WriteAsync(Amendment amendment, DateOnly decidedOn, CancellationToken cancel = default)
    {
        var plan = await db.Plans.SingleAsync(found => found.OrganisationId == amendment.OrganisationId && found.Id == amendment.PlanId, cancel);
        var accepted = await db.RowProposals.AsNoTracking().Where(proposal => proposal.OrganisationId == amendment.OrganisationId && proposal.AmendmentId == amendment.Id).ToListAsync(cancel);
        var matcher = await units.MatcherAsync(plan.OrganisationId, cancel);
        var rows = AmendedRow.Of(accepted, await db.RowsReadAsync(accepted, cancel)).Select(amended => (Amended: amended, After: After(amended, plan, decidedOn, matcher))).ToList();
        var clarity = await readiness.JudgeAsync(plan.OrganisationId, rows.Select(row => row.After).OfType<PlanRow>(), await AccountableAsync(rows, cancel), cancel);
        return [.. rows.Select(row => new WrittenRow(row.Amended, row.After, clarity.FirstOrDefault(judged => judged.Row == row.After)))];
    }

    private static PlanRow? After(AmendedRow amended, Plan plan, DateOnly decidedOn, UnitMatcher matcher)
    {
        if (amended.After is not { } text)
        {
            return null;
        }

        if (amended.Kind == ProposalKind.Change)
        {
            return amended.Before!.Reworded(text, plan.Edition + 1, decidedOn, matcher);
        }

        var row = new PlanRow { OrganisationId = plan.OrganisationId, PlanId = plan.Id, FirstEdition = plan.Edition + 1, DeadlineSetOn = decidedOn };
        row.Write(text, matcher);
        return row;
    }

    /// <summary>Whoever answered for the row goes on answering for it, as long as the row still names that unit as a lead.</summary>
    private async Task<Dictionary<Guid, Guid>> AccountableAsync(IEnumerable<(AmendedRow Amended, PlanRow? After)> rows, CancellationToken cancel)
    {
        var after = rows.Where(row => row is { Amended.Kind: ProposalKind.Change, After: not null }).ToDictionary(row => row.Amended.Before!.Id, row => row.After!.Id);
        var former = await db.Tasks.Where(task => after.Keys.Contains(task.RowId) && !task.IsForAllUnits)
            .SelectMany(task => task.Assignments.Where(part => part.IsAccountable).Select(part => new { task.RowId, part.UnitId })).ToListAsync(cancel);
        return former.ToDictionary(part => after[part.RowId], part => part.UnitId);
    }
}
