using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Shared.Files;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Importing;

/// <summary>What came of a dropped file.</summary>
public abstract record UploadOutcome
{
    /// <summary>Not taken in; the sentence says what to do.</summary>
    public sealed record Refused(string Reason) : UploadOutcome;

    /// <summary>This very content already became a plan: nothing changes.</summary>
    public sealed record AlreadyPlan(Guid PlanId) : UploadOutcome;

    /// <summary>It is being read, or was read before and waits for a decision.</summary>
    public sealed record Accepted(Guid ImportId) : UploadOutcome;

    private UploadOutcome()
    {
    }
}

/// <summary>Takes plan files in and asks for their reading.</summary>
public sealed class PlanImporter(DiemSangDbContext db, FileStore files, PlanReadingQueue queue, TimeProvider clock)
{
    /// <param name="planId">The plan this file corrects; null for a new plan.</param>
    public async Task<UploadOutcome> UploadAsync(Actor actor, Stream content, string name, Guid? planId = null, CancellationToken cancel = default)
    {
        if (!actor.MayEditPlans())
        {
            return new UploadOutcome.Refused("Chỉ cán bộ đầu mối hoặc người quản trị được nhập kế hoạch.");
        }

        var act = actor.To("plans.upload");
        var (file, refusal) = await files.TakeInAsync(content, name, act, cancel);
        if (file is null)
        {
            return new UploadOutcome.Refused(refusal!);
        }

        if (await FindEarlierAsync(actor, file.Id, planId, cancel) is { } earlier)
        {
            return earlier;
        }

        var import = new PlanImport
        {
            OrganisationId = actor.OrganisationId, FileId = file.Id, PlanId = planId, RequestedAt = clock.GetUtcNow(), RequestedBy = actor.PersonId,
        };
        db.PlanImports.Add(import);
        await db.SaveAsync(act, cancel);
        queue.Announce(new WaitingImport(actor.OrganisationId, import.Id));
        return new UploadOutcome.Accepted(import.Id);
    }

    /// <summary>Puts a reading aside; the file stays, and may be dropped again.</summary>
    public async Task DropAsync(Actor actor, Guid importId, CancellationToken cancel = default)
    {
        var import = await db.PlanImports.SingleAsync(found => found.OrganisationId == actor.OrganisationId && found.Id == importId, cancel);
        if (actor.MayEditPlans() && import.State is not PlanImportState.Applied)
        {
            import.Drop();
            await db.SaveAsync(actor.To("plans.drop-import"), cancel);
        }
    }

    private async Task<UploadOutcome?> FindEarlierAsync(Actor actor, Guid fileId, Guid? planId, CancellationToken cancel)
    {
        var earlier = await db.PlanImports
            .Where(import => import.OrganisationId == actor.OrganisationId && import.FileId == fileId)
            .Where(import => import.State != PlanImportState.Failed && import.State != PlanImportState.Dropped)
            .Where(import => import.State != PlanImportState.Applied || db.Plans.Any(plan => plan.Id == import.PlanId && plan.State != PlanState.Withdrawn))
            .Select(import => new { import.Id, import.State, import.PlanId })
            .ToListAsync(cancel);
        if (earlier.Find(import => import.State == PlanImportState.Applied && (planId is null || import.PlanId == planId)) is { PlanId: { } applied })
        {
            return new UploadOutcome.AlreadyPlan(applied);
        }

        return earlier.Find(import => import.State != PlanImportState.Applied && import.PlanId == planId) is { } waiting
            ? new UploadOutcome.Accepted(waiting.Id)
            : null;
    }
}
