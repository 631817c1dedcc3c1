using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Working;

/// <summary>One progress update as history shows it: with the names of who said it and of the file.</summary>
public sealed record SaidUpdate(
    Guid Id, Guid OccurrenceId, DateTimeOffset At, string? PersonName, ProgressState State, int? Percent, decimal? Numerator, decimal? Denominator,
    string? Note, string? DocumentNumber, Guid? FileId, string? FileName)
{
    /// <returns>The newest first.</returns>
    public static async Task<IReadOnlyList<SaidUpdate>> ReadAsync(DiemSangDbContext db, IQueryable<ProgressUpdate> updates, CancellationToken cancel)
    {
        var said = await (
            from update in updates
            from person in db.People.Where(person => person.OrganisationId == update.OrganisationId && person.Id == update.PersonId).DefaultIfEmpty()
            from file in db.StoredFiles.Where(file => file.OrganisationId == update.OrganisationId && file.Id == update.FileId).DefaultIfEmpty()
            select new SaidUpdate(
                update.Id, update.OccurrenceId, update.At, person == null ? null : person.FullName, update.State, update.Percent, update.Numerator, update.Denominator,
                update.Note, update.DocumentNumber, update.FileId, file == null ? null : file.Name)).ToListAsync(cancel);
        return [.. said.OrderByDescending(update => update.At).ThenByDescending(update => update.Id)];
    }
}
