using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Requests;

/// <summary>A request with the names that a page shows.</summary>
public sealed record AskedRequest(UnitRequest Request, string Title, string UnitName, string AskerName, string? AnswererName, string? FileName)
{
    /// <returns>The earliest day first.</returns>
    internal static async Task<IReadOnlyList<AskedRequest>> ReadAsync(DiemSangDbContext db, IQueryable<UnitRequest> requests, CancellationToken cancel) =>
        await (
            from request in requests
            join task in db.Tasks on new { request.OrganisationId, Id = request.TaskId } equals new { task.OrganisationId, task.Id }
            join unit in db.Units on new { request.OrganisationId, Id = request.UnitId } equals new { unit.OrganisationId, unit.Id }
            join asker in db.People on new { request.OrganisationId, Id = request.AskedBy } equals new { asker.OrganisationId, asker.Id }
            from answerer in db.People.Where(person => person.OrganisationId == request.OrganisationId && person.Id == request.AnsweredBy).DefaultIfEmpty()
            from file in db.StoredFiles.Where(file => file.OrganisationId == request.OrganisationId && file.Id == request.FileId).DefaultIfEmpty()
            orderby request.DueOn, request.AskedAt
            select new AskedRequest(
                request, task.Row.Title, unit.ShortName, asker.FullName, answerer == null ? null : answerer.FullName, file == null ? null : file.Name))
            .AsNoTracking().ToListAsync(cancel);
}
