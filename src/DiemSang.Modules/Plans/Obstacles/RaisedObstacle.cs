using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Obstacles;

/// <summary>An obstacle with the names that a page shows.</summary>
public sealed record RaisedObstacle(Obstacle Obstacle, string Title, string UnitName, string RaisedName, string? AskedName, string? DecidedName)
{
    /// <returns>The newest first.</returns>
    internal static async Task<IReadOnlyList<RaisedObstacle>> ReadAsync(DiemSangDbContext db, IQueryable<Obstacle> obstacles, CancellationToken cancel) =>
        await (
            from obstacle in obstacles
            join task in db.Tasks on new { obstacle.OrganisationId, Id = obstacle.TaskId } equals new { task.OrganisationId, task.Id }
            join unit in db.Units on new { obstacle.OrganisationId, Id = obstacle.UnitId } equals new { unit.OrganisationId, unit.Id }
            join raiser in db.People on new { obstacle.OrganisationId, Id = obstacle.RaisedBy } equals new { raiser.OrganisationId, raiser.Id }
            from asked in db.People.Where(person => person.OrganisationId == obstacle.OrganisationId && person.Id == obstacle.AskedPersonId).DefaultIfEmpty()
            from decider in db.People.Where(person => person.OrganisationId == obstacle.OrganisationId && person.Id == obstacle.DecidedBy).DefaultIfEmpty()
            orderby obstacle.RaisedAt descending
            select new RaisedObstacle(
                obstacle, task.Row.Title, unit.ShortName, raiser.FullName, asked == null ? null : asked.FullName, decider == null ? null : decider.FullName))
            .AsNoTracking().ToListAsync(cancel);
}
