using DiemSang.Modules.Plans;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Surveys;

namespace DiemSang.Modules.Snapshots;

/// <summary>One page for the leaders (BRD-03): red first, what changed since the last snapshot, who has not reported.</summary>
/// <param name="Since">Day of the snapshot it is compared with; null when there is none yet.</param>
/// <param name="Heard">What citizens said of each index, as last published; null in briefs sent before there was such a thing.</param>
/// <param name="Red">The most urgent ones; <see cref="LineCounts"/> says how many there are.</param>
public sealed record Brief(
    string Organisation, DateOnly Day, DateOnly? Since, LineCounts Counts,
    IReadOnlyList<BriefLine> Red, int RedInAll, IReadOnlyList<BriefChange> Changes, int ChangesInAll, IReadOnlyList<SilentUnit> Silent,
    IReadOnlyList<BriefFigure>? Heard = null);

public sealed record BriefLine(Guid TaskId, string Name, string Leads, Light Light, bool IsBlocked, DateOnly? LateSince, int? Percent);

public sealed record BriefChange(Guid TaskId, string Name, string Leads, Movement Movement);

/// <summary>A published survey figure: share and margin 0–1, how many people, and where it comes from.</summary>
public sealed record BriefFigure(string IndexCode, double Share, double Margin, int People, double? Before, string Source, Guid WaveId)
{
    internal static BriefFigure Of(IndexFigures figures) => new(
        figures.IndexCode, figures.Whole.Value, figures.Whole.Margin, figures.Whole.N, figures.Before?.Value, $"{figures.Whole.Survey}, {figures.Whole.Wave}", figures.Whole.WaveId);
}

/// <summary>A brief as it went to the leaders; never changed afterwards.</summary>
public sealed class SentBrief : TenantEntity, IAudited
{
    public required Brief Content { get; init; }
    public DateTimeOffset SentAt { get; init; }
    public Guid SentBy { get; init; }
}

/// <summary>A leader to whom a brief was sent, and when it was opened.</summary>
public sealed class BriefReader : TenantEntity, IAudited
{
    public Guid BriefId { get; init; }
    public Guid PersonId { get; init; }
    public DateTimeOffset? ReadAt { get; private set; }

    public void Open(DateTimeOffset at) => ReadAt ??= at;
}
