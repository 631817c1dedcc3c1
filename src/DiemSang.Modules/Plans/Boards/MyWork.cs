using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans.Obstacles;
using DiemSang.Modules.Plans.Returning;
using DiemSang.Modules.Plans.Working;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Boards;

/// <summary>Mine: what was given to me by name, and what my units have not given to anybody. Units: everything of my units.</summary>
public enum MyWorkScope { Mine, Units }

/// <summary>A piece of work that waits for the person: how the unit stands with the task, and enough to recognise it.</summary>
public sealed record WorkCard(
    Standing Standing, string Title, string? IndexCode, string? Code, string? Target, string DeadlineKind, string DeadlineText, string UnitName, string? PersonName, bool IsMine)
{
    /// <summary>The unit's part, with its base.</summary>
    public required Assignment Part { get; init; }

    /// <summary>Which way the task's number is to move.</summary>
    public Direction? Direction { get; init; }

    /// <summary>The obstacle last raised, until the unit reports again: waiting for a decision, or decided.</summary>
    public RaisedObstacle? Obstacle { get; init; }

    /// <summary>Who sent the last word back and why; null when nothing waits to be said anew.</summary>
    public SaidReturn? Return { get; init; }

    /// <summary>Done, or continuous work that has been answered this month without an obstacle: nothing is waited for now.</summary>
    public bool IsSettled => Return is null && (Standing.Light == Light.Done
        || (DeadlineKind == Core.Planning.DeadlineKind.Continuous && Standing is { AnsweredAt: not null, State: not ProgressState.Blocked }));
}

/// <summary>A task in which one of the person's units only co-operates.</summary>
public sealed record CooperationLine(Guid TaskId, string Title, string? IndexCode, string Leads, Light Light, DateOnly? DueOn);

/// <param name="Waiting">The most urgent first.</param>
/// <param name="Settled">Done or answered in the current period.</param>
public sealed record WorkList(IReadOnlyList<WorkCard> Waiting, IReadOnlyList<WorkCard> Settled, IReadOnlyList<CooperationLine> Cooperation)
{
    public int Late => Waiting.Count(card => card.Standing.Light == Light.Late);
}

/// <summary>What waits for a person and their units, the most urgent first.</summary>
public sealed class MyWork(DiemSangDbContext db, TimeProvider clock)
{
    public async Task<WorkList> FindAsync(Actor actor, MyWorkScope scope, CancellationToken cancel = default)
    {
        var cards = await CardsAsync(actor, scope, cancel);
        var waiting = cards.Where(card => !card.IsSettled).OrderBy(Urgency).ThenBy(card => card.Standing.DueOn ?? DateOnly.MaxValue).ToList();
        return new WorkList(waiting, [.. cards.Where(card => card.IsSettled)], await CooperationAsync(actor, cancel));
    }

    private async Task<List<WorkCard>> CardsAsync(Actor actor, MyWorkScope scope, CancellationToken cancel)
    {
        var units = actor.UnitIds.ToArray();
        var returned = await db.ReturnedAsync(actor.OrganisationId, units, actor.PersonId, cancel);
        var cards = await ReadAsync(actor, Standing.On(db, clock.Today())
            .Where(standing => standing.OrganisationId == actor.OrganisationId && !standing.IsCarried)
            .Where(standing => units.Contains(standing.UnitId) || standing.PersonId == actor.PersonId), cancel);
        var obstacles = await ObstaclesAsync(actor, units, cancel);
        return [.. cards
            .Select(card => card with
            {
                Return = returned.GetValueOrDefault((card.Standing.TaskId, card.Standing.UnitId))?.Return,
                Obstacle = obstacles[(card.Standing.TaskId, card.Standing.UnitId)].FirstOrDefault(),
            })
            .Where(card => scope == MyWorkScope.Units || card.IsMine || card.Standing.PersonId is null || IsOwnReturn(card))];

        // Whoever sent an update that came back hears of it, also when the work was given to somebody else.
        bool IsOwnReturn(WorkCard card) => returned.GetValueOrDefault((card.Standing.TaskId, card.Standing.UnitId))?.SenderId == actor.PersonId;
    }

    private async Task<List<WorkCard>> ReadAsync(Actor actor, IQueryable<Standing> standings, CancellationToken cancel) =>
        await (
            from standing in standings
            join task in db.Tasks on new { standing.OrganisationId, Id = standing.TaskId } equals new { task.OrganisationId, task.Id }
            join part in db.Assignments on new { standing.OrganisationId, standing.TaskId, standing.UnitId, Duty = Duty.Lead } equals new { part.OrganisationId, part.TaskId, part.UnitId, part.Duty }
            join unit in db.Units on new { standing.OrganisationId, Id = standing.UnitId } equals new { unit.OrganisationId, unit.Id }
            from person in db.People.Where(person => person.OrganisationId == standing.OrganisationId && person.Id == standing.PersonId).DefaultIfEmpty()
            orderby task.Row.Position
            select new WorkCard(
                standing, task.Row.Title, task.Row.IndexCode, task.Row.Code, task.Row.Target, task.Row.DeadlineKind, task.Row.DeadlineText, unit.ShortName,
                person == null ? null : person.FullName, standing.PersonId == actor.PersonId) { Part = part, Direction = task.Direction }).AsNoTracking().ToListAsync(cancel);

    private async Task<ILookup<(Guid TaskId, Guid UnitId), RaisedObstacle>> ObstaclesAsync(Actor actor, Guid[] units, CancellationToken cancel) =>
        (await RaisedObstacle.ReadAsync(db, db.Obstacles.Where(one => one.OrganisationId == actor.OrganisationId && one.LiftedAt == null && units.Contains(one.UnitId)), cancel))
            .ToLookup(one => (one.Obstacle.TaskId, one.Obstacle.UnitId));

    private async Task<List<CooperationLine>> CooperationAsync(Actor actor, CancellationToken cancel)
    {
        var units = actor.UnitIds.ToArray();
        var tasks = db.Assignments
            .Where(part => part.OrganisationId == actor.OrganisationId && part.Duty == Duty.Cooperate && units.Contains(part.UnitId))
            .Select(part => part.TaskId);
        return await db.Set<BoardLine>()
            .FromSql($"select * from plans.board({clock.Today()}, null, null)")
            .Where(line => line.OrganisationId == actor.OrganisationId && tasks.Contains(line.TaskId))
            .OrderBy(line => line.Light == Light.Done).ThenBy(line => line.Position)
            .Select(line => new CooperationLine(line.TaskId, line.Title, line.IndexCode, line.Leads, line.Light, line.DueOn))
            .ToListAsync(cancel);
    }

    /// <summary>Sent back, then late, then stuck, then silent, then unanswered, then the rest by its day.</summary>
    private static int Urgency(WorkCard card) => card.Standing switch
    {
        _ when card.Return is not null => -1,
        { Light: Light.Late } => 0,
        { State: ProgressState.Blocked } => 1,
        { IsSilent: true } => 2,
        { AnsweredAt: null } => 3,
        _ => 4,
    };
}
