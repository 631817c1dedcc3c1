using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Audit;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Scorecards.Rounds;

/// <summary>
/// Announces that time has passed: moves rounds to their stage and locks the sheets whose day is over, in the audit log too. What may be
/// written never waits for it: services ask the days themselves.
/// </summary>
public sealed class RoundClock(DiemSangDbContext db, TimeProvider clock)
{
    private const string Verb = "scorecards.lock";

    /// <summary>A second node waits for the first and finds nothing left to announce.</summary>
    /// <returns>Rounds moved and units locked.</returns>
    public async Task<(int Moved, int Locked)> RunAsync(Guid organisationId, CancellationToken cancel = default)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.TakeTurnAsync(Verb + organisationId, cancel);
        var today = clock.Today();
        var rounds = await db.Rounds.Where(round => round.OrganisationId == organisationId && round.State == RoundState.Open).ToListAsync(cancel);
        var moved = rounds.Count(round => round.Reach(today));
        var locked = 0;
        foreach (var round in rounds)
        {
            locked += await LockAsync(round, today, cancel);
        }

        if (db.ChangeTracker.HasChanges())
        {
            await db.SaveAsync(Act.BySystem(organisationId, Verb), cancel);
        }

        await transaction.CommitAsync(cancel);
        return (moved, locked);
    }

    private async Task<int> LockAsync(Round round, DateOnly today, CancellationToken cancel)
    {
        var units = await db.Participants.Where(one => one.OrganisationId == round.OrganisationId && one.RoundId == round.Id).ToListAsync(cancel);
        var over = units.Where(one => one.LockedOn is null && one.DatesIn(round).SelfScoreTo < today).ToList();
        over.ForEach(one => one.Lock(today));
        units.ForEach(one => one.Reach(round, today));
        return over.Count;
    }
}
