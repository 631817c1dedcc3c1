using DiemSang.Core.Surveys;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Surveys.Sampling;

/// <summary>What became of the codes given out, by stratum. Counts only: which household or dossier answered is not known.</summary>
public sealed class StrataReader(DiemSangDbContext db)
{
    public async Task<IReadOnlyList<StratumOutcome>> OfAsync(Guid organisationId, Guid waveId, CancellationToken cancel = default)
    {
        var codes = await db.Set<AccessCode>().Where(code => code.OrganisationId == organisationId && code.WaveId == waveId)
            .Select(code => new { code.Stratum, IsUsed = db.Set<Response>().Any(response => response.OrganisationId == organisationId && response.CodeId == code.Id) })
            .GroupBy(code => code.Stratum)
            .Select(group => new { Stratum = group.Key, Issued = group.Count(), Used = group.Count(code => code.IsUsed) })
            .ToListAsync(cancel);
        return [.. codes.OrderBy(code => code.Stratum, StringComparer.Ordinal).Select(code => new StratumOutcome(code.Stratum, new ResponseRate(code.Issued, code.Used, 0, 0)))];
    }
}
