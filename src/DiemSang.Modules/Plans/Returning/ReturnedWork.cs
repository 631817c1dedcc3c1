using DiemSang.Modules.Plans.Working;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Returning;

/// <summary>A period whose last word was sent back and has not been said anew.</summary>
/// <param name="SenderId">Whose word it was.</param>
internal sealed record ReturnedPeriod(Guid TaskId, Guid UnitId, Guid? SenderId, SaidReturn Return);

internal static class ReturnedWork
{
    /// <returns>The latest return of each task and unit.</returns>
    public static async Task<IReadOnlyDictionary<(Guid TaskId, Guid UnitId), ReturnedPeriod>> ReturnedAsync(
        this DiemSangDbContext db, Guid organisationId, IReadOnlyCollection<Guid> units, Guid person, CancellationToken cancel)
    {
        var waiting = await (
            from period in db.Occurrences
            where period.OrganisationId == organisationId && period.ReturnedAt != null
            join said in db.ProgressUpdates on new { period.OrganisationId, OccurrenceId = period.Id } equals new { said.OrganisationId, said.OccurrenceId }
            join back in db.UpdateReturns on new { said.OrganisationId, UpdateId = said.Id } equals new { back.OrganisationId, back.UpdateId }
            where units.Contains(period.UnitId) || said.PersonId == person
            join judge in db.People on new { back.OrganisationId, Id = back.PersonId } equals new { judge.OrganisationId, judge.Id }
            select new { period.TaskId, period.UnitId, said.PersonId, judge.FullName, back.At, back.Reason }).ToListAsync(cancel);
        return waiting.GroupBy(one => (one.TaskId, one.UnitId)).ToDictionary(period => period.Key, period =>
        {
            var last = period.MaxBy(one => one.At)!;
            return new ReturnedPeriod(last.TaskId, last.UnitId, last.PersonId, new SaidReturn(last.FullName, last.At, last.Reason));
        });
    }
}
