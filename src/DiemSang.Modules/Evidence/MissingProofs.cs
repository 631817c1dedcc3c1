using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Evidence;

/// <summary>What was said to be done in a year and has no proof, unit by unit: of the whole organisation, or of the person's units.</summary>
public sealed class MissingProofs(DiemSangDbContext db)
{
    public async Task<IReadOnlyList<OccurrenceLine>> FindAsync(Actor actor, int year, CancellationToken cancel = default)
    {
        var units = actor.UnitIds.ToArray();
        return await db.OccurrenceLines.FromSql($"select * from evidence.missing_proof").AsNoTracking()
            .Where(line => line.OrganisationId == actor.OrganisationId && line.ToDate.Year == year)
            .Where(line => actor.SeesWholeOrganisation || units.Contains(line.UnitId))
            .OrderBy(line => line.UnitOrder).ThenBy(line => line.Unit).ThenBy(line => line.Position).ThenBy(line => line.FromDate)
            .ToListAsync(cancel);
    }
}
