using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Reviewing;

/// <summary>What came of an edit.</summary>
public enum EditStatus
{
    Saved,

    /// <summary>No such plan or row for this person.</summary>
    NotFound,

    /// <summary>The plan is no longer a draft: what was issued changes by an amendment only.</summary>
    NotDraft,

    /// <summary>Somebody else changed it after it was shown; nothing was saved.</summary>
    Conflict,
}

/// <param name="RowId">The row that was made or that carries on, where there is one.</param>
public sealed record Edited(EditStatus Status, Guid? RowId = null);

/// <summary>What every edit of a draft has in common: load it if it may be edited, check the version that was shown, save as one act.</summary>
public sealed class PlanEditing(DiemSangDbContext db)
{
    public async Task<(Plan? Plan, EditStatus Refusal)> LoadAsync(Actor actor, Guid planId, CancellationToken cancel)
    {
        var plan = await FindAsync(actor, planId, cancel);
        return plan switch
        {
            null => (null, EditStatus.NotFound),
            { State: not PlanState.Draft } => (null, EditStatus.NotDraft),
            _ => (plan, EditStatus.Saved),
        };
    }

    /// <summary>A draft or an issued plan this person may edit, for what is no part of the document; tracked.</summary>
    public async Task<Plan?> FindAsync(Actor actor, Guid planId, CancellationToken cancel) =>
        await db.Plans.SingleOrDefaultAsync(found => found.OrganisationId == actor.OrganisationId && found.Id == planId && found.State != PlanState.Withdrawn, cancel)
            is { } plan && actor.MayEdit(plan) ? plan : null;

    /// <summary>The plan's rows with their measures and parties, tracked.</summary>
    public IQueryable<PlanRow> RowsOf(Plan plan) =>
        db.PlanRows.Include(row => row.Measures).Include(row => row.Parties).AsSplitQuery()
            .Where(row => row.OrganisationId == plan.OrganisationId && row.PlanId == plan.Id);

    /// <summary>
    /// The row as it was shown: saving fails when it has moved on. Its version rises even when only a measure or a party of it changes.
    /// </summary>
    public void Expect(TenantEntity shown, int version)
    {
        var entry = db.Entry(shown).Property(nameof(TenantEntity.Version));
        entry.OriginalValue = version;
        entry.IsModified = true;
    }

    public async Task<EditStatus> SaveAsync(Actor actor, string verb, CancellationToken cancel, string? reason = null)
    {
        try
        {
            await db.SaveAsync(actor.To(verb, reason), cancel);
            return EditStatus.Saved;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return EditStatus.Conflict;
        }
    }
}
