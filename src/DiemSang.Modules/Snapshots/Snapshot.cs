using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Snapshots;

public enum SnapshotKind { Weekly, Monthly }

/// <summary>The days a snapshot stands for: Monday to Sunday, or a calendar month.</summary>
public readonly record struct SnapshotPeriod(SnapshotKind Kind, DateOnly From, DateOnly To)
{
    public static SnapshotPeriod Of(SnapshotKind kind, DateOnly day)
    {
        if (kind == SnapshotKind.Monthly)
        {
            var first = new DateOnly(day.Year, day.Month, 1);
            return new SnapshotPeriod(kind, first, first.AddMonths(1).AddDays(-1));
        }

        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return new SnapshotPeriod(kind, monday, monday.AddDays(6));
    }
}

/// <summary>What the board said on one day of a week or month (bản chốt, BRD-01). The database refuses every later change.</summary>
public sealed class Snapshot : TenantEntity, IAudited
{
    private Snapshot()
    {
    }

    public Snapshot(Guid organisationId, SnapshotKind kind, DateOnly day, DateTimeOffset takenAt, Guid? takenBy)
    {
        var period = SnapshotPeriod.Of(kind, day);
        OrganisationId = organisationId;
        Kind = kind;
        FromDate = period.From;
        ToDate = period.To;
        Day = day;
        TakenAt = takenAt;
        TakenBy = takenBy;
    }

    public SnapshotKind Kind { get; private set; }
    public DateOnly FromDate { get; private set; }
    public DateOnly ToDate { get; private set; }

    /// <summary>The day the board was read.</summary>
    public DateOnly Day { get; private set; }
    public DateTimeOffset TakenAt { get; private set; }

    /// <summary>Null when the schedule took it.</summary>
    public Guid? TakenBy { get; private set; }
}
