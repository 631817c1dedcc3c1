using DiemSang.Core.Surveys.Integrity;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Surveys.Keeping;

/// <summary>Codes given out in a stratum and those that came back.</summary>
public sealed record StratumProgress(string Stratum, int Issued, int Used)
{
    public double Rate => Issued == 0 ? 0 : (double)Used / Issued;
}

/// <summary>How a wave stands: counts only, no answer.</summary>
public sealed record WaveCounts(
    int Total, int ByHelpers, IReadOnlyDictionary<Guid, int> ByPoint, IReadOnlyDictionary<CollectionChannel, int> ByChannel,
    IReadOnlyList<(DateOnly Day, int Count)> ByDay, IReadOnlyList<StratumProgress> Strata);

public sealed class WaveProgress(DiemSangDbContext db)
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
            await StrataAsync(wave, responses, cancel));
    }

    private async Task<List<StratumProgress>> StrataAsync(Wave wave, IQueryable<Response> responses, CancellationToken cancel)
    {
        var codes = await db.Set<AccessCode>().Where(code => code.OrganisationId == wave.OrganisationId && code.WaveId == wave.Id)
            .Select(code => new { code.Stratum, IsUsed = responses.Any(response => response.CodeId == code.Id) })
            .GroupBy(code => code.Stratum)
            .Select(group => new { Stratum = group.Key, Issued = group.Count(), Used = group.Count(code => code.IsUsed) })
            .ToListAsync(cancel);
        return [.. codes.OrderBy(code => code.Stratum, StringComparer.Ordinal).Select(code => new StratumProgress(code.Stratum, code.Issued, code.Used))];
    }
}
