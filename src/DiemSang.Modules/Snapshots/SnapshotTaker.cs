using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Audit;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DiemSang.Modules.Snapshots;

/// <param name="IsNew">False when this period already had its snapshot.</param>
public sealed record TakenSnapshot(Snapshot Snapshot, bool IsNew);

/// <summary>Freezes the board, once for each week and month; a second call finds the first's snapshot. For a button and for the schedule.</summary>
public sealed class SnapshotTaker(DiemSangDbContext db, TimeProvider clock)
{
    public const string Verb = "snapshots.take";

    /// <param name="act">A person's, or <c>Act.BySystem(organisation, SnapshotTaker.Verb)</c> for scheduled work.</param>
    public async Task<TakenSnapshot> TakeAsync(Act act, SnapshotKind kind, CancellationToken cancel = default)
    {
        var period = SnapshotPeriod.Of(kind, clock.Today());
        if (await FindAsync(act.OrganisationId, period, cancel) is { } already)
        {
            return new TakenSnapshot(already, IsNew: false);
        }

        try
        {
            return new TakenSnapshot(await FreezeAsync(act, kind, cancel), IsNew: true);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // Another node or person took it in the same moment.
            db.ChangeTracker.Clear();
            return new TakenSnapshot((await FindAsync(act.OrganisationId, period, cancel))!, IsNew: false);
        }
    }

    private Task<Snapshot?> FindAsync(Guid organisationId, SnapshotPeriod period, CancellationToken cancel) =>
        db.Snapshots.SingleOrDefaultAsync(one => one.OrganisationId == organisationId && one.Kind == period.Kind && one.FromDate == period.From, cancel);

    private async Task<Snapshot> FreezeAsync(Act act, SnapshotKind kind, CancellationToken cancel)
    {
        var snapshot = new Snapshot(act.OrganisationId, kind, clock.Today(), clock.GetUtcNow(), act.PersonId);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Snapshots.Add(snapshot);
        await db.SaveAsync(act, cancel);
        await db.Database.ExecuteSqlAsync($"insert into snapshots.snapshot_line select * from snapshots.board_lines({snapshot.Day}, {snapshot.Id})", cancel);
        await transaction.CommitAsync(cancel);
        return snapshot;
    }
}
