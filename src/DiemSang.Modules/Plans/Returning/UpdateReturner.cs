using DiemSang.Modules.Access;
using DiemSang.Modules.Plans.Working;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DiemSang.Modules.Plans.Returning;

public enum ReturnOutcome { Returned, NotFound, NotAllowed, NotTheLast }

/// <summary>Sends an empty or careless update back: it stays in the history, and the period waits for a better one.</summary>
public sealed class UpdateReturner(DiemSangDbContext db, TimeProvider clock)
{
    /// <param name="reason">What is missing, in words the sender can act on.</param>
    public async Task<ReturnOutcome> ReturnAsync(Actor actor, Guid updateId, string reason, CancellationToken cancel = default)
    {
        var update = await db.ProgressUpdates.SingleOrDefaultAsync(said => said.OrganisationId == actor.OrganisationId && said.Id == updateId, cancel);
        var occurrence = update is null ? null : await db.VisibleOccurrenceAsync(actor, update.OccurrenceId, cancel);
        if (occurrence is null)
        {
            return ReturnOutcome.NotFound;
        }

        if (!actor.MayReturn(occurrence.UnitId, update!.PersonId))
        {
            return ReturnOutcome.NotAllowed;
        }

        // Only what still stands can be sent back, and only the last word: an earlier one has been answered by it.
        var standing = await StandingAsync(occurrence, cancel);
        if (standing.FirstOrDefault()?.Id != updateId)
        {
            return ReturnOutcome.NotTheLast;
        }

        var now = clock.GetUtcNow();
        db.UpdateReturns.Add(new UpdateReturn { OrganisationId = actor.OrganisationId, UpdateId = updateId, PersonId = actor.PersonId, At = now, Reason = reason });
        occurrence.GoBackTo(standing.Skip(1).FirstOrDefault(), now);
        return await SaveAsync(actor, reason, cancel);
    }

    /// <summary>The two last updates of the period that nobody sent back, the newest first.</summary>
    private Task<List<ProgressUpdate>> StandingAsync(Occurrence occurrence, CancellationToken cancel) =>
        db.ProgressUpdates
            .Where(said => said.OrganisationId == occurrence.OrganisationId && said.OccurrenceId == occurrence.Id)
            .Where(said => !db.UpdateReturns.Any(back => back.OrganisationId == said.OrganisationId && back.UpdateId == said.Id))
            .OrderByDescending(said => said.OccurrenceVersion).Take(2).ToListAsync(cancel);

    private async Task<ReturnOutcome> SaveAsync(Actor actor, string reason, CancellationToken cancel)
    {
        try
        {
            await db.SaveAsync(actor.To("plans.return-update", reason), cancel);
            return ReturnOutcome.Returned;
        }
        catch (DbUpdateException exception) when (IsAnsweredMeanwhile(exception))
        {
            db.ChangeTracker.Clear();
            return ReturnOutcome.NotTheLast;
        }
    }

    /// <summary>The unit has spoken again, or somebody else has sent it back in the same moment.</summary>
    private static bool IsAnsweredMeanwhile(DbUpdateException exception) =>
        exception is DbUpdateConcurrencyException || exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
