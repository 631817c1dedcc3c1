using DiemSang.Modules.Access;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Covering;

/// <summary>Says which plan is carried out, and which row carries out which. That is not part of the document, so an issued plan allows it too.</summary>
public sealed class CoverEditor(DiemSangDbContext db, PlanEditing editing)
{
    /// <param name="version">Of the plan, as it was shown.</param>
    /// <param name="parentId">An issued plan of the own organisation or a superior; null for none.</param>
    public async Task<EditStatus> ChooseParentAsync(Actor actor, Guid planId, int version, Guid? parentId, CancellationToken cancel = default)
    {
        var plan = await FindAsync(actor, planId, cancel);
        var parent = parentId is null ? null : (await db.PlansAboveAsync(actor.OrganisationId, planId, cancel)).Find(found => found.Id == parentId);
        if (plan is null || (parentId is not null && parent is null))
        {
            return EditStatus.NotFound;
        }

        editing.Expect(plan, version);
        plan.CarryOut(parent?.OrganisationId, parent?.Id);
        return await editing.SaveAsync(actor, "plans.choose-parent", cancel);
    }

    /// <param name="parentId">Line or target of the plan above.</param>
    public async Task<EditStatus> LinkAsync(Actor actor, Guid planId, Guid lineId, Guid parentId, CancellationToken cancel = default)
    {
        var plan = await FindAsync(actor, planId, cancel);
        if (plan is not { ParentPlanId: { } above } || !await IsLineAsync(plan, lineId, cancel) || !await IsOfParentAsync(above, parentId, cancel))
        {
            return EditStatus.NotFound;
        }

        if (!await db.ParentLinks.AnyAsync(link => link.OrganisationId == actor.OrganisationId && link.PlanId == planId && link.LineId == lineId && link.ParentId == parentId, cancel))
        {
            db.ParentLinks.Add(new ParentLink { OrganisationId = actor.OrganisationId, PlanId = planId, LineId = lineId, ParentId = parentId });
        }

        return await editing.SaveAsync(actor, "plans.link-parent", cancel);
    }

    public async Task<EditStatus> UnlinkAsync(Actor actor, Guid planId, Guid linkId, CancellationToken cancel = default)
    {
        var plan = await FindAsync(actor, planId, cancel);
        var link = await db.ParentLinks.SingleOrDefaultAsync(found => found.OrganisationId == actor.OrganisationId && found.PlanId == planId && found.Id == linkId, cancel);
        if (plan is null || link is null)
        {
            return EditStatus.NotFound;
        }

        db.ParentLinks.Remove(link);
        return await editing.SaveAsync(actor, "plans.unlink-parent", cancel);
    }

    private Task<bool> IsLineAsync(Plan plan, Guid lineId, CancellationToken cancel) =>
        db.PlanRows.AnyAsync(row => row.OrganisationId == plan.OrganisationId && row.PlanId == plan.Id && row.LineId == lineId && row.WithdrawnAt == null, cancel);

    private async Task<bool> IsOfParentAsync(Guid above, Guid parentId, CancellationToken cancel) =>
        (await db.ParentRowsAsync(above, cancel)).Exists(row => row.LineId == parentId) || (await db.ParentTargetsAsync(above, cancel)).Exists(target => target.Id == parentId);

    private Task<Plan?> FindAsync(Actor actor, Guid planId, CancellationToken cancel) => editing.FindAsync(actor, planId, cancel);
}
