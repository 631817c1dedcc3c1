using DiemSang.Core.Statistics.Sampling;
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
            .Select(code => new { code.Stratum, code.Weight, IsUsed = db.Set<Response>().Any(response => response.OrganisationId == organisationId && response.CodeId == code.Id) })
            .GroupBy(code => code.Stratum)
            .Select(group => new { Stratum = group.Key, Issued = group.Count(), Used = group.Count(code => code.IsUsed), Weight = group.Sum(code => code.Weight) })
            .ToListAsync(cancel);
        var drawn = await DrawnAsync(organisationId, waveId, cancel);
        return
        [
            .. from code in codes
               orderby code.Stratum
               let stratum = drawn.GetValueOrDefault(code.Stratum)
               select new StratumOutcome(code.Stratum, new ResponseRate(code.Issued, code.Used, stratum?.Refused ?? 0, stratum?.Ineligible ?? 0))
               {
                   DrawnWeight = stratum?.Weight ?? code.Weight, Population = stratum?.Population,
               },
        ];
    }

    private async Task<Dictionary<string, Drawn>> DrawnAsync(Guid organisationId, Guid waveId, CancellationToken cancel)
    {
        var sample = await db.Set<Sample>().AsNoTracking().Include(sample => sample.Units.Where(unit => unit.HasCode))
            .Where(sample => sample.OrganisationId == organisationId && sample.WaveId == waveId && sample.Units.Any(unit => unit.HasCode)).SingleOrDefaultAsync(cancel);
        if (sample is null)
        {
            return [];
        }

        // Several stages, and chances in proportion to size, are reckoned as drawn with replacement: a little too careful, never too bold.
        var isFinite = sample.Plan.Stages is [{ Method: not SelectionMethod.Pps }];
        return sample.Units.GroupBy(unit => unit.Stratum).ToDictionary(stratum => stratum.Key, stratum => new Drawn(
            stratum.Count(unit => unit.Outcome == UnitOutcome.Refused), stratum.Count(unit => unit.Outcome == UnitOutcome.Ineligible),
            stratum.Where(unit => !unit.IsReserve).Sum(unit => unit.Weight), isFinite ? sample.Available[stratum.Key] : null));
    }

    private sealed record Drawn(int Refused, int Ineligible, double Weight, int? Population);
}
