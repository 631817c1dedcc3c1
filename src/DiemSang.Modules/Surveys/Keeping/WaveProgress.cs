using DiemSang.Core.Surveys.Integrity;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Surveys.Sampling;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Surveys.Keeping;

/// <summary>How a wave stands: counts only, no answer.</summary>
public sealed record WaveCounts(
    int Total, int ByHelpers, IReadOnlyDictionary<Guid, int> ByPoint, IReadOnlyDictionary<CollectionChannel, int> ByChannel,
    IReadOnlyList<(DateOnly Day, int Count)> ByDay, IReadOnlyList<StratumOutcome> Strata);

public sealed class WaveProgress(DiemSangDbContext db, StrataReader strata)
{
    public async Task<WaveCounts> OfAsync(Wave wave, CancellationToken cancel = default)
    {
        var responses = db.Set<Response>().Where(response => response.OrganisationId == wave.OrganisationId && response.WaveId == wave.Id);
        var counts = await responses.GroupBy(response => new { response.PointId, response.Channel, IsHelped = response.HelperId != null })
            .Select(group => new { group.Key.PointId, group.Key.Channel, group.Key.IsHelped, Count = group.Count() }).ToListAsync(cancel);
        var hours = await responses.GroupBy(response => new { response.FinishedAt.Date, response.FinishedAt.Hour })
            .Select(group => new { group.Key.Date, group.Key.Hour, Count = group.Count() }).ToListAsync(cancel);
        return new WaveCounts(
            counts.Sum(count => count.Count), counts.Where(count => count.IsHelped).Sum(count => count.Count),
            counts.GroupBy(count => count.PointId).ToDictionary(group => group.Key, group => group.Sum(count => count.Count)),
            counts.GroupBy(count => count.Channel).ToDictionary(group => group.Key, group => group.Sum(count => count.Count)),
            [.. hours.GroupBy(hour => new DateTimeOffset(DateTime.SpecifyKind(hour.Date, DateTimeKind.Unspecified).AddHours(hour.Hour), TimeSpan.Zero).VietnameseDay())
                .OrderBy(day => day.Key).Select(day => (day.Key, day.Sum(hour => hour.Count)))],
            await strata.OfAsync(wave.OrganisationId, wave.Id, cancel));
    }
}
