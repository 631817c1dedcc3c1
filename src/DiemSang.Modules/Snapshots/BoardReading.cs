using DiemSang.Modules.Plans;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Snapshots;

/// <summary>A unit that has said nothing about work that has begun, and the head to ask.</summary>
/// <param name="Head">Null where the unit has no head.</param>
/// <param name="Tasks">Tasks without an answer for their current period.</param>
public sealed record SilentUnit(string Unit, string? Head, int Tasks, DateTimeOffset? HeardAt);

/// <summary>Reads the whole board of the current organisation: as it stands now, or as a snapshot froze it.</summary>
public sealed class BoardReading(DiemSangDbContext db, TimeProvider clock)
{
    /// <summary>In the order of the plan.</summary>
    public async Task<IReadOnlyList<SnapshotLine>> NowAsync(CancellationToken cancel = default)
    {
        var today = clock.Today();
        return await InOrder(db.SnapshotLines.FromSql($"select * from snapshots.board_lines({today}, {Guid.Empty})")).ToListAsync(cancel);
    }

    public async Task<IReadOnlyList<SnapshotLine>> FrozenAsync(Snapshot snapshot, CancellationToken cancel = default) =>
        await InOrder(db.SnapshotLines.Where(line => line.OrganisationId == snapshot.OrganisationId && line.SnapshotId == snapshot.Id)).ToListAsync(cancel);

    public async Task<IReadOnlyList<SilentUnit>> SilentUnitsAsync(CancellationToken cancel = default)
    {
        var today = clock.Today();
        return await db.Database
            .SqlQuery<SilentUnit>($"select unit as \"Unit\", head as \"Head\", tasks as \"Tasks\", heard_at as \"HeardAt\" from snapshots.silent_units({today})")
            .ToListAsync(cancel);
    }

    /// <summary>Red first, then the rest in the order of the plan.</summary>
    public static IEnumerable<SnapshotLine> RedFirst(IEnumerable<SnapshotLine> lines) =>
        lines.OrderBy(line => line.Light == Light.Late ? 0 : line.IsBlocked ? 1 : 2).ThenBy(line => line.LateSince ?? DateOnly.MaxValue);

    private static IQueryable<SnapshotLine> InOrder(IQueryable<SnapshotLine> lines) =>
        lines.AsNoTracking().OrderBy(line => line.PlanId).ThenBy(line => line.Position).ThenBy(line => line.TaskId);
}
