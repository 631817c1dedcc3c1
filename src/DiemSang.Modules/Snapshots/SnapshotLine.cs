using DiemSang.Modules.Plans;
using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Snapshots;

/// <summary>One task as the board showed it, frozen with a snapshot or read now.</summary>
public sealed class SnapshotLine : TenantEntity
{
    /// <summary>Empty for a line read now.</summary>
    public Guid SnapshotId { get; init; }
    public Guid TaskId { get; init; }
    public Guid PlanId { get; init; }

    /// <summary>Order in the plan.</summary>
    public int Position { get; init; }
    public string? IndexCode { get; init; }
    public string? Code { get; init; }
    public required string Title { get; init; }
    public string? Target { get; init; }
    public required string DeadlineText { get; init; }
    public Light Light { get; init; }
    public bool IsBlocked { get; init; }
    public bool IsSilent { get; init; }
    public DateOnly? LateSince { get; init; }
    public DateOnly? DueOn { get; init; }

    /// <summary>Mean of its units, 0–100.</summary>
    public int? Percent { get; init; }
    public int UnitsAsked { get; init; }
    public int UnitsAnswered { get; init; }
    public DateTimeOffset? HeardAt { get; init; }

    /// <summary>Short names, the accountable unit first.</summary>
    public required string Leads { get; init; }
    public string? Unanswered { get; init; }
    public string? People { get; init; }

    /// <summary>Late or stuck: what a leader looks at first.</summary>
    public bool IsRed => Light is Light.Late or Light.Blocked || IsBlocked;

    /// <summary>"PAPI 1.1 Cơ hội tham gia".</summary>
    public string Name => string.Join(' ', new[] { IndexCode, Code, Title }.Where(part => !string.IsNullOrEmpty(part)));
}

/// <summary>Late, blocked and silent may overlap; done and the rest do not.</summary>
public sealed record LineCounts(int All, int Late, int Blocked, int Silent, int Done)
{
    public static LineCounts Of(IReadOnlyCollection<SnapshotLine> lines) => new(
        lines.Count, lines.Count(line => line.Light == Light.Late), lines.Count(line => line.IsBlocked), lines.Count(line => line.IsSilent),
        lines.Count(line => line.Light == Light.Done));
}
