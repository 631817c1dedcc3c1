using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Shared.Files;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Evidence;

/// <summary>The file that comes with a proof; it outlives a refused sending of the form, so that nobody chooses it twice.</summary>
public sealed class EvidenceFiles(FileStore store, DiemSangDbContext db)
{
    /// <returns>The file, saved with the proof's own act; or the reason why it is refused.</returns>
    public Task<(StoredFile? File, string? Refusal)> TakeInAsync(Actor actor, Stream content, string name, CancellationToken cancel = default) =>
        store.TakeInAsync(content, name, actor.To("evidence.add"), cancel);

    /// <summary>Saves the file by itself when its form was refused.</summary>
    public Task KeepAsync(Actor actor, CancellationToken cancel = default) => db.SaveAsync(actor.To("evidence.keep-file"), cancel);

    /// <summary>A file kept so; the caller has made sure that this person sent it. Its row may be of somebody who sent the same content before.</summary>
    public Task<StoredFile> FindKeptAsync(Actor actor, Guid id, CancellationToken cancel = default) =>
        db.StoredFiles.SingleAsync(file => file.OrganisationId == actor.OrganisationId && file.Id == id, cancel);
}
