using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Working;

/// <summary>One progress update as history shows it: with the names of who said it and of the file.</summary>
/// <param name="Return">Who sent it back and why; null while it stands.</param>
public sealed record SaidUpdate(
    Guid Id, Guid OccurrenceId, int OccurrenceVersion, DateTimeOffset At, Guid? PersonId, string? PersonName, ProgressState State, int? Percent, decimal? Numerator,
    decimal? Denominator, string? Note, string? DocumentNumber, Guid? FileId, string? FileName, SaidReturn? Return)
{
    /// <returns>The newest first.</returns>
    public static async Task<IReadOnlyList<SaidUpdate>> ReadAsync(DiemSangDbContext db, IQueryable<ProgressUpdate> updates, CancellationToken cancel)
    {
        var said = await (
            from update in updates
            from person in db.People.Where(person => person.OrganisationId == update.OrganisationId && person.Id == update.PersonId).DefaultIfEmpty()
            from file in db.StoredFiles.Where(file => file.OrganisationId == update.OrganisationId && file.Id == update.FileId).DefaultIfEmpty()
            from back in db.UpdateReturns.Where(back => back.OrganisationId == update.OrganisationId && back.UpdateId == update.Id).DefaultIfEmpty()
            from judge in db.People.Where(person => person.OrganisationId == update.OrganisationId && person.Id == back.PersonId).DefaultIfEmpty()
            select new SaidUpdate(
                update.Id, update.OccurrenceId, update.OccurrenceVersion, update.At, update.PersonId, person == null ? null : person.FullName, update.State, update.Percent,
                update.Numerator, update.Denominator, update.Note, update.DocumentNumber, update.FileId, file == null ? null : file.Name,
                back == null ? null : new SaidReturn(judge.FullName, back.At, back.Reason))).ToListAsync(cancel);
        return [.. said.OrderByDescending(update => update.At).ThenByDescending(update => update.OccurrenceVersion)];
    }
}

/// <summary>An update sent back, as history shows it.</summary>
public sealed record SaidReturn(string PersonName, DateTimeOffset At, string Reason);
