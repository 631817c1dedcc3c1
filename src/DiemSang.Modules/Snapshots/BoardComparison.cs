using DiemSang.Modules.Plans;

namespace DiemSang.Modules.Snapshots;

/// <summary>What happened to a task between two days, the worst first.</summary>
public enum Movement { NewlyLate, NewlyBlocked, Reopened, Added, Gone, NewlyDone, Freed, Started, Advanced }

/// <param name="Before">Null for a task that was added.</param>
/// <param name="After">Null for a task that is gone (its plan was withdrawn or amended).</param>
public sealed record MovedLine(Movement Movement, SnapshotLine? Before, SnapshotLine? After)
{
    public SnapshotLine Line => After ?? Before!;
}

/// <summary>Compares any two readings of the board; tasks that stand as they stood are left out.</summary>
public static class BoardComparison
{
    public static IReadOnlyList<MovedLine> Between(IReadOnlyList<SnapshotLine> before, IReadOnlyList<SnapshotLine> after)
    {
        var earlier = before.ToDictionary(line => line.TaskId);
        var kept = after.Select(line => line.TaskId).ToHashSet();
        return
        [
            .. after.Select(line => Moved(earlier.GetValueOrDefault(line.TaskId), line))
                .Concat(before.Where(line => !kept.Contains(line.TaskId)).Select(line => new MovedLine(Movement.Gone, line, null)))
                .OfType<MovedLine>()
                .OrderBy(moved => moved.Movement),
        ];
    }

    private static MovedLine? Moved(SnapshotLine? before, SnapshotLine after)
    {
        Movement? movement = (before, after) switch
        {
            (null, _) => Movement.Added,
            ({ Light: not Light.Late }, { Light: Light.Late }) => Movement.NewlyLate,
            ({ Light: not Light.Done }, { Light: Light.Done }) => Movement.NewlyDone,
            ({ IsBlocked: false }, { IsBlocked: true }) => Movement.NewlyBlocked,
            ({ Light: Light.Done }, { Light: not Light.Done }) => Movement.Reopened,
            ({ IsRed: true }, { IsRed: false }) => Movement.Freed,
            ({ Light: Light.NotStarted }, { Light: Light.InProgress }) => Movement.Started,
            _ when (after.Percent ?? 0) > (before.Percent ?? 0) => Movement.Advanced,
            _ => null,
        };
        return movement is { } kind ? new MovedLine(kind, before, after) : null;
    }
}
