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
        var organisations = await Organisations(actor).Where(one => only == null || one.Id == only).ToListAsync(cancel);
        var counts = await Tasks([.. organisations.Select(one => one.Id)]).GroupBy(task => task.OrganisationId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        var found = counts.Values.Sum();
        page = Math.Clamp(page, 1, Math.Max(1, (found + PageSize - 1) / PageSize));
        var skipped = (page - 1) * PageSize;
        var names = Window(organisations, counts, ref skipped);
        var ids = await Tasks([.. names.Keys])
            .OrderBy(task => task.OrganisationId).ThenBy(task => task.PlanId).ThenBy(task => task.Row.Position).ThenBy(task => task.Id)
            .Select(task => new { task.OrganisationId, task.Id }).ToListAsync(cancel);
        var shown = ids.OrderBy(one => names.IndexOf(one.OrganisationId)).Skip(skipped).Take(PageSize).ToList();
        var lines = await LinesAsync([.. names.Keys], [.. shown.Select(one => one.Id)], cancel);
        return new PageBelow([.. shown.Where(one => lines.ContainsKey(one.Id)).Select(one => new LineBelow(names[one.OrganisationId], lines[one.Id]))], page, found);
    }

    /// <summary>The organisations whose tasks stand on the page, in order; <paramref name="skipped"/> becomes the number to skip within them.</summary>
    private static OrderedDictionary<Guid, string> Window(List<Organisation> organisations, Dictionary<Guid, int> counts, ref int skipped)
    {
        var window = new OrderedDictionary<Guid, string>();
        var taken = 0;
        foreach (var one in organisations)
        {
            var count = counts.GetValueOrDefault(one.Id);
            if (window.Count == 0 && skipped >= count)
            {
                skipped -= count;
            }
            else if (taken < skipped + PageSize)
            {
                window.Add(one.Id, one.ShortName);
                taken += count;
            }
        }

        return window;
    }

    private IQueryable<PlanTask> Tasks(Guid[] organisations) => db.Tasks
        .Where(task => organisations.Contains(task.OrganisationId) && task.WithdrawnAt == null)
        .Where(task => !db.Set<DetailTask>().Any(detail => detail.OrganisationId == task.OrganisationId && detail.TaskId == task.Id));

    private Task<Dictionary<Guid, BoardLine>> LinesAsync(Guid[] organisations, Guid[] tasks, CancellationToken cancel) => db.Set<BoardLine>()
        .FromSql($"select * from plans.board({clock.Today()}, null, null) where organisation_id = any({organisations}) and task_id = any({tasks})")
        .ToDictionaryAsync(line => line.TaskId, cancel);
}
