using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Shared.Files;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Working;

/// <summary>The file that comes with a progress report; it outlives a refused sending of the form, so that nobody chooses it twice.</summary>
public sealed class ReportFiles(FileStore store, DiemSangDbContext db)
{
    /// <returns>The file, saved with the report's own act; or the reason why it is refused.</returns>
    public Task<(StoredFile? File, string? Refusal)> TakeInAsync(Actor actor, Stream content, string name, CancellationToken cancel = default) =>
        store.TakeInAsync(content, name, actor.To("plans.report-progress"), cancel);

    /// <summary>Saves the file by itself when its report was refused.</summary>
    public Task KeepAsync(Actor actor, CancellationToken cancel = default) => db.SaveAsync(actor.To("plans.keep-file"), cancel);

    /// <summary>A file kept so, for the person who sent it.</summary>
    public Task<StoredFile?> FindKeptAsync(Actor actor, Guid id, CancellationToken cancel = default) =>
        db.StoredFiles.SingleOrDefaultAsync(file => file.OrganisationId == actor.OrganisationId && file.Id == id && file.StoredBy == actor.PersonId, cancel);
}
