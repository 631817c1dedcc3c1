using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Importing;

/// <summary>Finds a reading and the name of its file.</summary>
public sealed class PlanImports(DiemSangDbContext db)
{
    /// <returns>Null when there is no such reading for this person.</returns>
    public async Task<(PlanImport Import, string FileName)?> FindAsync(Actor actor, Guid importId, CancellationToken cancel = default)
    {
        var found = await db.PlanImports.AsNoTracking()
            .Where(import => import.OrganisationId == actor.OrganisationId && import.Id == importId && actor.MayEditPlans())
            .Join(db.StoredFiles, import => new { import.OrganisationId, Id = import.FileId }, file => new { file.OrganisationId, file.Id }, (import, file) => new { import, file.Name })
            .SingleOrDefaultAsync(cancel);
        return found is null ? null : (found.import, found.Name);
    }
}
