using DiemSang.Core.Language;
using DiemSang.Modules.Shared.Audit;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Shared.Files;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Evidence;

/// <summary>
/// Takes proofs in once and remembers what each one proves. Rows are added to the context and saved with the caller's own act.
/// </summary>
public sealed class EvidenceLibrary(DiemSangDbContext db, TimeProvider clock)
{
    private const int MostLike = 5;

    /// <summary>The proof for this file or document number: the one already kept when there is one, else a new one.</summary>
    public async Task<(EvidenceItem Item, bool WasKnown)> TakeInAsync(EvidenceDescription description, StoredFile? file, Act act, CancellationToken cancel = default)
    {
        if (file is null && description.Number is null)
        {
            throw new ArgumentException("A proof is a file or has a document number.", nameof(description));
        }

        var text = await TextOfAsync(act.OrganisationId, file?.Id, cancel) ?? description.Text;
        if (await KnownAsync(description, file, act.OrganisationId, cancel) is { } known)
        {
            if (known.FileId is null && file is not null)
            {
                known.Attach(file.Id);
                known.Describe(known.Description with { Text = text });
            }

            return (known, true);
        }

        var item = new EvidenceItem(act.OrganisationId, description with { Text = text }, file?.Id, clock.GetUtcNow(), act.PersonId);
        db.EvidenceItems.Add(item);
        return (item, false);
    }

    /// <summary>Uses a proof for a thing; using it twice changes nothing.</summary>
    /// <param name="year">Year of the thing proved.</param>
    public async Task UseAsync(EvidenceItem item, EvidenceSubject kind, Guid subjectId, int year, Act act, CancellationToken cancel = default)
    {
        var used = await db.EvidenceUses.AnyAsync(
            use => use.OrganisationId == act.OrganisationId && use.ItemId == item.Id && use.SubjectKind == kind && use.SubjectId == subjectId, cancel);
        if (!used)
        {
            db.EvidenceUses.Add(new EvidenceUse
            {
                OrganisationId = act.OrganisationId, ItemId = item.Id, SubjectKind = kind, SubjectId = subjectId, Year = year,
                UsedAt = clock.GetUtcNow(), UsedBy = act.PersonId,
            });
        }
    }

    /// <summary>Proofs used for these things, oldest first.</summary>
    public Task<List<EvidenceItem>> OfAsync(Guid organisationId, EvidenceSubject kind, IReadOnlyCollection<Guid> subjectIds, CancellationToken cancel = default) =>
        db.EvidenceUses.Where(use => use.OrganisationId == organisationId && use.SubjectKind == kind && subjectIds.Contains(use.SubjectId))
            .Join(db.EvidenceItems, use => new { use.OrganisationId, Id = use.ItemId }, item => new { item.OrganisationId, item.Id }, (_, item) => item)
            .Where(item => item.WithdrawnAt == null)
            .Distinct()
            .OrderBy(item => item.AddedAt)
            .ToListAsync(cancel);

    /// <summary>Proofs that may be this one but are not surely: the same number with another date, issuer or page. A person decides.</summary>
    public Task<List<EvidenceItem>> LikeAsync(Guid organisationId, EvidenceDescription description, CancellationToken cancel = default) =>
        SameNumber(organisationId, description).OrderByDescending(item => item.AddedAt).Take(MostLike).ToListAsync(cancel);

    /// <summary>Proofs of each of these things, oldest first; of every organisation the reader may read.</summary>
    public async Task<ILookup<Guid, EvidenceItem>> BySubjectAsync(EvidenceSubject kind, IReadOnlyCollection<Guid> subjectIds, CancellationToken cancel = default)
    {
        var pairs = await db.EvidenceUses.Where(use => use.SubjectKind == kind && subjectIds.Contains(use.SubjectId))
            .Join(db.EvidenceItems, use => new { use.OrganisationId, Id = use.ItemId }, item => new { item.OrganisationId, item.Id }, (use, item) => new { use.SubjectId, Item = item })
            .Where(pair => pair.Item.WithdrawnAt == null)
            .OrderBy(pair => pair.Item.AddedAt)
            .ToListAsync(cancel);
        return pairs.ToLookup(pair => pair.SubjectId, pair => pair.Item);
    }

    /// <summary>The same content, or the same number, symbol, date and issuer, is the same proof.</summary>
    private async Task<EvidenceItem?> KnownAsync(EvidenceDescription description, StoredFile? file, Guid organisation, CancellationToken cancel)
    {
        if (file is not null && await Kept(organisation).FirstOrDefaultAsync(item => item.FileId == file.Id && item.Page == description.Page, cancel) is { } sameFile)
        {
            return sameFile;
        }

        var sameNumber = await SameNumber(organisation, description)
            .Where(item => item.IssuedOn == description.IssuedOn && item.Page == description.Page && (file == null || item.FileId == null))
            .ToListAsync(cancel);
        return sameNumber.Find(item => SameIssuer(item.Issuer, description.Issuer));
    }

    private IQueryable<EvidenceItem> Kept(Guid organisation) => db.EvidenceItems.Where(item => item.OrganisationId == organisation && item.WithdrawnAt == null);

    private IQueryable<EvidenceItem> SameNumber(Guid organisation, EvidenceDescription description)
    {
        var number = description.NumberFolded;
        return Kept(organisation).Where(item => item.NumberFolded != null && item.NumberFolded == number);
    }

    private async Task<string?> TextOfAsync(Guid organisation, Guid? fileId, CancellationToken cancel) => fileId is null
        ? null
        : await db.FileTexts.Where(read => read.OrganisationId == organisation && read.FileId == fileId).Select(read => read.Text).SingleOrDefaultAsync(cancel);

    private static bool SameIssuer(string? one, string? other) => VietnameseText.Fold(one ?? "") == VietnameseText.Fold(other ?? "");
}
