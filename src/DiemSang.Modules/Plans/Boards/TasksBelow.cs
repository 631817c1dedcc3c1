using DiemSang.Modules.Access;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Boards;

/// <summary>A task of an organisation below the reader's own.</summary>
public sealed record LineBelow(string Organisation, BoardLine Line);

/// <param name="Page">From 1.</param>
/// <param name="Found">Tasks of all organisations asked for.</param>
public sealed record PageBelow(IReadOnlyList<LineBelow> Lines, int Page, int Found)
{
    public int Pages => Math.Max(1, (Found + TasksBelow.PageSize - 1) / TasksBelow.PageSize);
}

/// <summary>
/// The tasks of every organisation below one's own, in the order of names and plans: a province reads its communes. Only the lights of the page shown
/// are computed, so that the list costs what the page costs, however many communes there are.
/// </summary>
public sealed class TasksBelow(DiemSangDbContext db, TimeProvider clock)
{
    public const int PageSize = 50;

    public IQueryable<Organisation> Organisations(Actor actor) =>
        db.Organisations.Where(one => one.Id != actor.OrganisationId && one.Path.Contains(actor.OrganisationId)).OrderBy(one => one.NameFolded);

    /// <param name="only">One of them; null for all.</param>
    public async Task<PageBelow> FindAsync(Actor actor, Guid? only, int page = 1, CancellationToken cancel = default)
    {
        var organisations = Organisations(actor).Where(one => only == null || one.Id == only);
        var tasks = db.Tasks.Where(task => task.WithdrawnAt == null && organisations.Any(one => one.Id == task.OrganisationId));
        var found = await tasks.CountAsync(cancel);
        page = Math.Clamp(page, 1, Math.Max(1, (found + PageSize - 1) / PageSize));
        var shown = await (
            from task in tasks
            join organisation in db.Organisations on task.OrganisationId equals organisation.Id
            orderby organisation.NameFolded, task.OrganisationId, task.PlanId, task.Row.Position, task.Id
            select new { task.OrganisationId, task.Id, Organisation = organisation.ShortName }).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        var lines = await LinesAsync([.. shown.Select(one => one.OrganisationId).Distinct()], [.. shown.Select(one => one.Id)], cancel);
        return new PageBelow([.. shown.Where(one => lines.ContainsKey(one.Id)).Select(one => new LineBelow(one.Organisation, lines[one.Id]))], page, found);
    }

    private Task<Dictionary<Guid, BoardLine>> LinesAsync(Guid[] organisations, Guid[] tasks, CancellationToken cancel) => db.Set<BoardLine>()
        .FromSql($"select * from plans.board({clock.Today()}, null, null) where organisation_id = any({organisations}) and task_id = any({tasks})")
        .ToDictionaryAsync(line => line.TaskId, cancel);
}
