using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Shared.Files;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Importing;

/// <summary>The page of an imported scan or PDF as a picture, to compare what was read with what is printed.</summary>
public sealed class PageImages(DiemSangDbContext db, FilePictures pictures)
{
    /// <param name="page">From 1.</param>
    /// <returns>A picture as <see cref="FilePictures.MediaType"/>; null when there is no such import for this person, or no such page.</returns>
    public async Task<byte[]?> FindAsync(Actor actor, Guid importId, int page, CancellationToken cancel = default)
    {
        var file = await db.PlanImports.AsNoTracking()
            .Where(import => import.OrganisationId == actor.OrganisationId && import.Id == importId && actor.MayEditPlans())
            .Join(db.StoredFiles, import => new { import.OrganisationId, Id = import.FileId }, stored => new { stored.OrganisationId, stored.Id }, (import, stored) => stored)
            .SingleOrDefaultAsync(cancel);
        return file is null ? null : await pictures.DrawAsync(file, page, cancel);
    }
}
