using System.Linq.Expressions;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans.Boards;
using DiemSang.Modules.Plans.Obstacles;
using DiemSang.Modules.Plans.Requests;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Shared.Files;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Working;

/// <summary>A unit's part in a task as its page shows it; the standing is there for leads only.</summary>
public sealed record TaskPart(Assignment Assignment, string UnitName, bool IsPartner, string? PersonName, Standing? Standing);

/// <summary>Everything one page says about a task.</summary>
/// <param name="Parts">Leads first, the accountable one at their head, then co-operators.</param>
/// <param name="Occurrences">In order of time; those taken back only where somebody had spoken about them.</param>
/// <param name="History">The newest first.</param>
public sealed record TaskRecord(PlanTask Task, Plan Plan, IReadOnlyList<TaskPart> Parts, IReadOnlyList<Occurrence> Occurrences, IReadOnlyList<SaidUpdate> History)
{
    /// <summary>The newest first.</summary>
    public required IReadOnlyList<RaisedObstacle> Obstacles { get; init; }

    /// <summary>The earliest day first.</summary>
    public required IReadOnlyList<AskedRequest> Requests { get; init; }

    /// <summary>Tasks of plans below that answer for a lead unit of this one, and tasks above that this one answers for.</summary>
    public IReadOnlyList<ChainedTask> Below { get; init; } = [];
    public IReadOnlyList<ChainedTask> Above { get; init; } = [];

    public IEnumerable<TaskPart> Leads => Parts.Where(part => part.Assignment.Duty == Duty.Lead);
    public IEnumerable<TaskPart> Cooperators => Parts.Where(part => part.Assignment.Duty == Duty.Cooperate);

    /// <summary>Units that have not answered for their current period.</summary>
    public IEnumerable<TaskPart> Unanswered => Leads.Where(lead => lead.Standing is { AnsweredAt: null });

    /// <summary>The last word of its period that stands: the one that can be sent back.</summary>
    public bool IsLastWord(SaidUpdate said) => History.FirstOrDefault(one => one.OccurrenceId == said.OccurrenceId && one.Return is null) == said;

    /// <summary>Units that an amendment took out of the task and that had spoken about it.</summary>
    public IReadOnlyDictionary<Guid, string> FormerUnits { get; init; } = new Dictionary<Guid, string>();

    public string UnitName(Guid unitId) => Parts.FirstOrDefault(part => part.Assignment.UnitId == unitId)?.UnitName ?? FormerUnits[unitId];
}

/// <summary>A task drawn from this one, or from which this one was drawn, for a unit that leads both.</summary>
public sealed record ChainedTask(Guid TaskId, Guid UnitId, string Title, string? Number, string? Symbol);

/// <summary>Opens a task for a person who may see it.</summary>
public sealed class TaskReader(DiemSangDbContext db, TimeProvider clock)
{
    public async Task<TaskRecord?> OpenAsync(Actor actor, Guid taskId, CancellationToken cancel = default)
    {
        var task = await db.Tasks.ReadableBy(actor).AsNoTracking()
            .Include(task => task.Row).ThenInclude(row => row.Measures)
            .Include(task => task.Row).ThenInclude(row => row.Parties)
            .AsSplitQuery()
            .SingleOrDefaultAsync(task => task.Id == taskId, cancel);
        if (task is null)
        {
            return null;
        }

        var plan = await db.Plans.AsNoTracking().SingleAsync(plan => plan.OrganisationId == task.OrganisationId && plan.Id == task.PlanId, cancel);
        var periods = await PeriodsAsync(task, cancel);
        var ids = periods.Select(occurrence => occurrence.Id).ToArray();
        var history = await SaidUpdate.ReadAsync(
            db, db.ProgressUpdates.Where(update => update.OrganisationId == task.OrganisationId && ids.Contains(update.OccurrenceId)), cancel);
        var parts = await PartsAsync(task, cancel);
        return new TaskRecord(task, plan, parts, periods, history)
        {
            Below = await ChainAsync(drawn => drawn.ParentTaskId == task.Id, drawn => drawn.TaskId, task.OrganisationId, cancel),
            Above = await ChainAsync(drawn => drawn.TaskId == task.Id, drawn => drawn.ParentTaskId, task.OrganisationId, cancel),
            FormerUnits = await FormerUnitsAsync(task, parts, periods, cancel),
            Obstacles = await RaisedObstacle.ReadAsync(db, db.Obstacles.Where(one => one.OrganisationId == task.OrganisationId && one.TaskId == task.Id), cancel),
            Requests = await AskedRequest.ReadAsync(db, db.UnitRequests.Where(one => one.OrganisationId == task.OrganisationId && one.TaskId == task.Id), cancel),
        };
    }

    /// <summary>The periods asked for, and those an amendment took back after somebody had spoken about them.</summary>
    private Task<List<Occurrence>> PeriodsAsync(PlanTask task, CancellationToken cancel) =>
        db.Occurrences.IgnoreQueryFilters().AsNoTracking()
            .Where(occurrence => occurrence.OrganisationId == task.OrganisationId && occurrence.TaskId == task.Id && (occurrence.WithdrawnAt == null || occurrence.AnsweredAt != null))
            .OrderBy(occurrence => occurrence.FromDate).ToListAsync(cancel);

    private async Task<IReadOnlyDictionary<Guid, string>> FormerUnitsAsync(PlanTask task, List<TaskPart> parts, List<Occurrence> periods, CancellationToken cancel)
    {
        var former = periods.Select(occurrence => occurrence.UnitId).Except(parts.Select(part => part.Assignment.UnitId)).ToArray();
        return former.Length == 0 ? new Dictionary<Guid, string>()
            : await db.Units.Where(unit => unit.OrganisationId == task.OrganisationId && former.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancel);
    }

    private Task<List<ChainedTask>> ChainAsync(Expression<Func<DrawnPart, bool>> of, Expression<Func<DrawnPart, Guid>> other, Guid organisation, CancellationToken cancel) =>
        db.Set<DrawnPart>().Where(drawn => drawn.OrganisationId == organisation).Where(of)
            .Join(db.Tasks, other, task => task.Id, (drawn, task) => new { drawn.UnitId, task.Id, task.OrganisationId, task.PlanId, task.Row.Title, task.Row.Position })
            .Join(db.Plans, task => new { task.OrganisationId, Id = task.PlanId }, plan => new { plan.OrganisationId, plan.Id }, (task, plan) => new { task, plan })
            .OrderByDescending(found => found.plan.PeriodFrom).ThenBy(found => found.task.Position)
            .Select(found => new ChainedTask(found.task.Id, found.task.UnitId, found.task.Title, found.plan.Number, found.plan.Symbol)).ToListAsync(cancel);

    /// <summary>The file somebody attached to an update or an answer of a task this person may see.</summary>
    public async Task<StoredFile?> FileAsync(Actor actor, Guid taskId, Guid fileId, CancellationToken cancel = default)
    {
        if (!await db.Tasks.VisibleTo(actor).AnyAsync(task => task.Id == taskId, cancel))
        {
            return null;
        }

        var updates = db.ProgressUpdates.Where(update => update.FileId == fileId
            && db.Occurrences.Any(period => period.OrganisationId == update.OrganisationId && period.Id == update.OccurrenceId && period.TaskId == taskId));
        var answers = db.UnitRequests.Where(request => request.FileId == fileId && request.TaskId == taskId);
        return await db.StoredFiles.SingleOrDefaultAsync(file => file.OrganisationId == actor.OrganisationId && file.Id == fileId
            && (updates.Any(update => update.OrganisationId == file.OrganisationId) || answers.Any(request => request.OrganisationId == file.OrganisationId)), cancel);
    }

    private async Task<List<TaskPart>> PartsAsync(PlanTask task, CancellationToken cancel)
    {
        var standings = await Standing.On(db, clock.Today()).Where(standing => standing.OrganisationId == task.OrganisationId && standing.TaskId == task.Id)
            .ToDictionaryAsync(standing => standing.UnitId, cancel);
        var parts = await (
            from part in db.Assignments.AsNoTracking()
            where part.OrganisationId == task.OrganisationId && part.TaskId == task.Id
            join unit in db.Units on new { part.OrganisationId, Id = part.UnitId } equals new { unit.OrganisationId, unit.Id }
            from person in db.People.Where(person => person.OrganisationId == part.OrganisationId && person.Id == part.PersonId).DefaultIfEmpty()
            orderby part.IsAccountable descending, unit.SortOrder, unit.Name
            select new { part, unit.Name, unit.Kind, PersonName = person == null ? null : person.FullName }).ToListAsync(cancel);
        return [.. parts.OrderBy(row => row.part.Duty).Select(row => new TaskPart(
            row.part, row.Name, row.Kind == UnitKind.Partner, row.PersonName, row.part.Duty == Duty.Lead ? standings.GetValueOrDefault(row.part.UnitId) : null))];
    }
}
