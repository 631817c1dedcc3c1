using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Reviewing;

/// <summary>Edits the rows of a draft: write, add, withdraw, bring back, split, join, move. Each is one audited act.</summary>
public sealed class RowEditor(PlanEditing editing, UnitDirectory units, DiemSangDbContext db, TimeProvider clock)
{
    /// <param name="version">The version of the row that the person saw.</param>
    /// <param name="text">As in the form; of its deadline only the words count.</param>
    public Task<Edited> EditAsync(Actor actor, Guid planId, Guid rowId, int version, PlanDraftRow text, CancellationToken cancel = default) =>
        ChangeAsync(actor, planId, rowId, version, "plans.edit-row", async (plan, row) =>
        {
            row.Write(InPlan(text, row, plan), await units.MatcherAsync(actor.OrganisationId, cancel));
            return row;
        }, cancel);

    /// <param name="afterRowId">The row it follows; null for the end of the plan.</param>
    public async Task<Edited> AddAsync(Actor actor, Guid planId, Guid? afterRowId, PlanDraftRow text, CancellationToken cancel = default)
    {
        var (plan, refusal) = await editing.LoadAsync(actor, planId, cancel);
        if (plan is null)
        {
            return new Edited(refusal);
        }

        var row = new PlanRow { OrganisationId = plan.OrganisationId, PlanId = plan.Id };
        row.Write(InPlan(text, row, plan), await units.MatcherAsync(actor.OrganisationId, cancel));
        await PlaceAsync(plan, row, afterRowId ?? await LastRowAsync(plan, cancel), cancel);
        db.PlanRows.Add(row);
        return new Edited(await editing.SaveAsync(actor, "plans.add-row", cancel), row.Id);
    }

    public Task<Edited> WithdrawAsync(Actor actor, Guid planId, Guid rowId, int version, CancellationToken cancel = default) =>
        ChangeAsync(actor, planId, rowId, version, "plans.withdraw-row", (_, row) =>
        {
            row.WithdrawnAt = clock.GetUtcNow();
            return Task.FromResult(row);
        }, cancel);

    public Task<Edited> RestoreAsync(Actor actor, Guid planId, Guid rowId, int version, CancellationToken cancel = default) =>
        ChangeAsync(actor, planId, rowId, version, "plans.restore-row", (_, row) =>
        {
            row.WithdrawnAt = null;
            return Task.FromResult(row);
        }, cancel);

    /// <summary>The person has read a row proposed from prose and takes it as it is.</summary>
    public Task<Edited> AcceptAsync(Actor actor, Guid planId, Guid rowId, int version, CancellationToken cancel = default) =>
        ChangeAsync(actor, planId, rowId, version, "plans.accept-row", (_, row) =>
        {
            row.Proposed = false;
            return Task.FromResult(row);
        }, cancel);

    /// <summary>Says of every row whether "done" is to be proved; the rest of the rows stays.</summary>
    /// <param name="version">The version of the plan that the person saw.</param>
    /// <param name="proved">Rows that are; all others are not.</param>
    public async Task<EditStatus> DemandProofsAsync(Actor actor, Guid planId, int version, IReadOnlyCollection<Guid> proved, CancellationToken cancel = default)
    {
        var (plan, refusal) = await editing.LoadAsync(actor, planId, cancel);
        if (plan is null)
        {
            return refusal;
        }

        editing.Expect(plan, version);
        foreach (var row in await editing.RowsOf(plan).Where(row => row.WithdrawnAt == null).ToListAsync(cancel))
        {
            row.NeedsEvidence = proved.Contains(row.Id) == row.IsToBeProved ? row.NeedsEvidence : proved.Contains(row.Id);
        }

        return await editing.SaveAsync(actor, "plans.demand-proofs", cancel);
    }

    /// <summary>Makes a row of its own of some measures; index, target, bodies and deadline are copied, so that nothing is lost.</summary>
    /// <returns>The new row.</returns>
    public Task<Edited> SplitAsync(Actor actor, Guid planId, Guid rowId, int version, IReadOnlyCollection<Guid> measureIds, string title, CancellationToken cancel = default) =>
        ChangeAsync(actor, planId, rowId, version, "plans.split-row", async (plan, row) =>
        {
            var taken = row.Measures.Where(measure => measureIds.Contains(measure.Id)).OrderBy(measure => measure.Position).Select(measure => measure.Text).ToList();
            var split = row.CopyWith(title, taken);
            row.SetMeasures([.. row.Measures.Where(measure => !measureIds.Contains(measure.Id)).OrderBy(measure => measure.Position).Select(measure => measure.Text)]);
            await PlaceAsync(plan, split, row.Id, cancel);
            db.PlanRows.Add(split);
            return split;
        }, cancel);

    /// <summary>Puts the next row's words into this one and withdraws it: for a row that a page break cut in two.</summary>
    public Task<Edited> JoinWithNextAsync(Actor actor, Guid planId, Guid rowId, int version, CancellationToken cancel = default) =>
        ChangeAsync(actor, planId, rowId, version, "plans.join-rows", async (plan, row) =>
        {
            var next = await editing.RowsOf(plan).Where(other => other.WithdrawnAt == null && other.Position > row.Position).OrderBy(other => other.Position).FirstOrDefaultAsync(cancel);
            if (next is not null)
            {
                row.TakeIn(next);
                next.WithdrawnAt = clock.GetUtcNow();
            }

            return row;
        }, cancel);

    /// <param name="afterRowId">The row it shall follow; null for the beginning of the plan.</param>
    public Task<Edited> MoveAsync(Actor actor, Guid planId, Guid rowId, int version, Guid? afterRowId, CancellationToken cancel = default) =>
        ChangeAsync(actor, planId, rowId, version, "plans.move-row", async (plan, row) =>
        {
            await PlaceAsync(plan, row, afterRowId, cancel);
            return row;
        }, cancel);

    private async Task<Edited> ChangeAsync(
        Actor actor, Guid planId, Guid rowId, int version, string verb, Func<Plan, PlanRow, Task<PlanRow>> change, CancellationToken cancel)
    {
        var (plan, refusal) = await editing.LoadAsync(actor, planId, cancel);
        if (plan is null)
        {
            return new Edited(refusal);
        }

        if (await editing.RowsOf(plan).SingleOrDefaultAsync(found => found.Id == rowId, cancel) is not { } row)
        {
            return new Edited(EditStatus.NotFound);
        }

        editing.Expect(row, version);
        var result = await change(plan, row);
        return new Edited(await editing.SaveAsync(actor, verb, cancel), result.Id);
    }

    /// <summary>What a person wrote is accepted, stays in its appendix, and its deadline is understood anew where the words changed.</summary>
    private static PlanDraftRow InPlan(PlanDraftRow text, PlanRow row, Plan plan) => text with
    {
        Appendix = row.Appendix,
        Proposed = false,
        Deadline = text.Deadline.Text == row.DeadlineText ? row.Deadline : UnderstandDeadline(text.Deadline.Text, plan),
    };

    /// <summary>What the words of a deadline mean in this plan.</summary>
    public static RowDeadline UnderstandDeadline(string? text, Plan plan) =>
        DeadlineParser.Parse(text, new DeadlineContext(new PlanPeriod(plan.PeriodFrom, plan.PeriodTo), plan.IssuedOn));

    private Task<Guid?> LastRowAsync(Plan plan, CancellationToken cancel) =>
        db.PlanRows.Where(row => row.OrganisationId == plan.OrganisationId && row.PlanId == plan.Id).OrderByDescending(row => row.Position).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancel);

    private async Task PlaceAsync(Plan plan, PlanRow row, Guid? afterRowId, CancellationToken cancel) =>
        row.PlaceAfter(afterRowId, await db.PlanRows
            .Where(other => other.OrganisationId == plan.OrganisationId && other.PlanId == plan.Id && other.Id != row.Id)
            .OrderBy(other => other.Position).ToListAsync(cancel));
}
