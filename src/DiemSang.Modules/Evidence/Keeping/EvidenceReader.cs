using DiemSang.Modules.Access;
using DiemSang.Modules.Evidence.Reading;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Shared.Files;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Evidence.Keeping;

/// <param name="Subject">The period proved, where it is one.</param>
/// <param name="Request">What it answers, where it answers a request.</param>
public sealed record UsedFor(EvidenceUse Use, OccurrenceLine? Subject, RequestLine? Request, string? PersonName);

/// <param name="Verb">As in the audit log: "evidence.change".</param>
public sealed record HistoryLine(DateTimeOffset At, string PersonName, string Verb);

/// <summary>Everything one page says about a proof.</summary>
/// <param name="Text">Null while its file was not read.</param>
public sealed record EvidenceRecord(
    EvidenceItem Item, StoredFile? File, FileText? Text, string? AddedBy, IReadOnlyList<UsedFor> Uses, IReadOnlyList<HistoryLine> History)
{
    public bool IsOutOfYear(UsedFor used) => used.Use.Year != Item.StandsFor.Year;
}

/// <summary>Opens a proof for a person who may see it.</summary>
public sealed class EvidenceReader(DiemSangDbContext db)
{
    public Task<EvidenceItem?> FindAsync(Actor actor, Guid id, CancellationToken cancel = default) =>
        db.EvidenceVisibleTo(actor).SingleOrDefaultAsync(item => item.Id == id, cancel);

    public async Task<EvidenceRecord?> OpenAsync(Actor actor, Guid id, CancellationToken cancel = default)
    {
        if (await FindAsync(actor, id, cancel) is not { } item)
        {
            return null;
        }

        var text = await db.FileTexts.AsNoTracking().SingleOrDefaultAsync(read => read.OrganisationId == item.OrganisationId && read.FileId == item.FileId, cancel);
        var addedBy = await db.People.Where(person => person.OrganisationId == item.OrganisationId && person.Id == item.AddedBy).Select(person => person.FullName).SingleOrDefaultAsync(cancel);
        return new EvidenceRecord(item, await FileAsync(item, cancel), text, addedBy, await UsesAsync(item, cancel), await HistoryAsync(item, cancel));
    }

    public Task<StoredFile?> FileAsync(EvidenceItem item, CancellationToken cancel = default) =>
        db.StoredFiles.AsNoTracking().SingleOrDefaultAsync(file => file.OrganisationId == item.OrganisationId && file.Id == item.FileId, cancel);

    /// <summary>The period that a proof is to be put in for, when this person may prove it.</summary>
    public async Task<OccurrenceLine?> SubjectAsync(Actor actor, Guid occurrenceId, CancellationToken cancel = default)
    {
        var line = await db.OccurrenceLines.SingleOrDefaultAsync(one => one.OrganisationId == actor.OrganisationId && one.OccurrenceId == occurrenceId, cancel);
        return line is not null && actor.MayProve(line) ? line : null;
    }

    private async Task<List<UsedFor>> UsesAsync(EvidenceItem item, CancellationToken cancel) => await (
        from use in db.EvidenceUses
        where use.OrganisationId == item.OrganisationId && use.ItemId == item.Id
        from subject in db.OccurrenceLines.Where(line => line.OrganisationId == use.OrganisationId && line.OccurrenceId == use.SubjectId).DefaultIfEmpty()
        from request in db.RequestLines.Where(line => line.OrganisationId == use.OrganisationId && line.RequestId == use.SubjectId).DefaultIfEmpty()
        from person in db.People.Where(person => person.OrganisationId == use.OrganisationId && person.Id == use.UsedBy).DefaultIfEmpty()
        orderby use.UsedAt
        select new UsedFor(use, subject, request, person == null ? null : person.FullName)).AsNoTracking().ToListAsync(cancel);

    private Task<List<HistoryLine>> HistoryAsync(EvidenceItem item, CancellationToken cancel)
    {
        var subject = item.Id.ToString();
        return db.AuditEntries
            .Where(entry => entry.OrganisationId == item.OrganisationId && entry.SubjectKind == nameof(EvidenceItem) && entry.SubjectId == subject)
            .OrderBy(entry => entry.Position)
            .Select(entry => new HistoryLine(entry.At, entry.PersonName, entry.Verb))
            .ToListAsync(cancel);
    }
}
