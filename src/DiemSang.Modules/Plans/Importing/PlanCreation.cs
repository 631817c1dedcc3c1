using DiemSang.Core.Language;
using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Importing;

/// <summary>Makes a draft plan: from a reading that a person has looked at, or blank to be typed in.</summary>
public sealed class PlanCreation(DiemSangDbContext db, UnitDirectory units, TimeProvider clock)
{
    /// <param name="title">What the person confirmed; the document's own title, or theirs where it has none.</param>
    /// <returns>The plan; null when there is no such finished reading (or it has become a plan already).</returns>
    public async Task<Plan?> FromImportAsync(Actor actor, Guid importId, string title, PlanPeriod period, CancellationToken cancel = default)
    {
        var import = await db.PlanImports.SingleOrDefaultAsync(found => found.OrganisationId == actor.OrganisationId && found.Id == importId, cancel);
        if (!actor.MayEditPlans() || import is not { State: PlanImportState.Read, Draft: { } draft })
        {
            return null;
        }

        var matcher = await units.MatcherAsync(actor.OrganisationId, cancel);
        var plan = PlanDrafts.ToPlan(draft, title, period, actor.OrganisationId, matcher, clock.GetUtcNow());
        db.Plans.Add(plan);
        import.Apply(plan.Id);
        await db.SaveAsync(actor.To("plans.create-from-file"), cancel);
        return plan;
    }

    /// <returns>Null when this person may not make plans.</returns>
    public async Task<Plan?> BlankAsync(Actor actor, string title, PlanPeriod period, IReadOnlyList<string> indices, CancellationToken cancel = default)
    {
        if (!actor.MayEditPlans())
        {
            return null;
        }

        var organisation = await db.Organisations.AsNoTracking().SingleAsync(found => found.Id == actor.OrganisationId, cancel);
        var plan = new Plan(actor.OrganisationId, title, period, clock.GetUtcNow())
        {
            Symbol = "KH-UBND", Place = organisation.Place, Issuer = organisation.Name, Indices = [.. indices],
        };
        db.Plans.Add(plan);
        await db.SaveAsync(actor.To("plans.create"), cancel);
        return plan;
    }

    /// <summary>Plans that the file read might be a corrected copy of: same number and symbol in the same year, or same title and period.</summary>
    public async Task<IReadOnlyList<Plan>> FindLikeAsync(Actor actor, PlanDraft draft, CancellationToken cancel = default)
    {
        var titleFolded = VietnameseText.Fold(draft.Title ?? "");
        var candidates = await db.Plans.AsNoTracking()
            .Where(plan => plan.OrganisationId == actor.OrganisationId && plan.State != PlanState.Withdrawn)
            .Where(plan => plan.TitleFolded == titleFolded || (plan.Number != null && plan.Number == draft.Number && plan.Symbol == draft.Symbol))
            .ToListAsync(cancel);
        return
        [
            .. candidates.Where(plan => plan.TitleFolded == titleFolded
                ? draft.Period is null || (plan.PeriodFrom == draft.Period.From && plan.PeriodTo == draft.Period.To)
                : plan.IssuedOn?.Year == draft.IssuedOn?.Year),
        ];
    }
}
