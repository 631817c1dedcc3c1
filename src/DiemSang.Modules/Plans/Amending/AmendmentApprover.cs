using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Amending;

/// <summary>The leader decides: approved, the plan has its next edition and the work follows it, all in one audited act.</summary>
public sealed class AmendmentApprover(DiemSangDbContext db, AmendmentRows rows, TaskFollower follower, TimeProvider clock)
{
    private const string Verb = "plans.approve-amendment";

    /// <summary>A second click, or a second node, waits for the first and finds it approved.</summary>
    /// <param name="version">Of the amendment, as it was shown.</param>
    public async Task<AmendOutcome> ApproveAsync(Actor actor, Guid amendmentId, int version, DecisionIdentity decision, CancellationToken cancel = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.TakeTurnAsync(Verb + amendmentId, cancel);
        var amendment = actor.IsLeader ? await db.AmendmentAsync(actor, amendmentId, version, cancel) : null;
        if (amendment is not { State: AmendmentState.Submitted })
        {
            return amendment is null ? AmendOutcome.NotFound : AmendOutcome.Locked;
        }

        var outcome = await MakeEditionAsync(actor, amendment, decision, cancel);
        if (outcome == AmendOutcome.Done)
        {
            await transaction.CommitAsync(cancel);
        }

        return outcome;
    }

    /// <summary>Gives it back to the focal official, saying why.</summary>
    public async Task<AmendOutcome> ReturnAsync(Actor actor, Guid amendmentId, int version, string why, CancellationToken cancel = default)
    {
        var amendment = actor.IsLeader ? await db.AmendmentAsync(actor, amendmentId, version, cancel) : null;
        if (amendment is not { State: AmendmentState.Submitted })
        {
            return amendment is null ? AmendOutcome.NotFound : AmendOutcome.Locked;
        }

        amendment.Return(why);
        return await db.SaveStepAsync(actor.To("plans.return-amendment", why), cancel);
    }

    private async Task<AmendOutcome> MakeEditionAsync(Actor actor, Amendment amendment, DecisionIdentity decision, CancellationToken cancel)
    {
        var written = await rows.WriteAsync(amendment, decision.DecidedOn, cancel);
        if (written.Any(row => row.Clarity is { IsClear: false }))
        {
            return AmendOutcome.NotClear;
        }

        var plan = await db.Plans.SingleAsync(found => found.OrganisationId == actor.OrganisationId && found.Id == amendment.PlanId, cancel);
        await ChangeRowsAsync(plan, written, cancel);
        plan.Amend();
        amendment.Approve(decision, plan.Edition, clock.GetUtcNow(), actor.PersonId);
        await follower.FollowAsync(plan, written, decision.DecidedOn, cancel);
        return await db.SaveStepAsync(actor.To(Verb, $"{decision.Number}/{decision.Symbol}"), cancel);
    }

    /// <summary>What the plan said stays in the edition it was in; the new wording stands in its place.</summary>
    private async Task ChangeRowsAsync(Plan plan, IReadOnlyList<WrittenRow> written, CancellationToken cancel)
    {
        var all = await db.PlanRows.Where(row => row.OrganisationId == plan.OrganisationId && row.PlanId == plan.Id).OrderBy(row => row.Position).ToListAsync(cancel);
        foreach (var row in written)
        {
            row.Before?.EndWith(plan.Edition, clock.GetUtcNow());
            if (row is { Before: null, After: { } added })
            {
                added.PlaceAfter(row.Amended.Before?.Id ?? all.LastOrDefault()?.Id, [.. all.OrderBy(other => other.Position)]);
                all.Add(added);
            }

            if (row.After is { } after)
            {
                db.PlanRows.Add(after);
            }
        }
    }
}
