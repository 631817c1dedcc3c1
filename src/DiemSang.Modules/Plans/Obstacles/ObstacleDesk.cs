using DiemSang.Modules.Access;
using DiemSang.Modules.Plans.Working;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Obstacles;

public enum DecisionOutcome { Decided, NotFound, NotAllowed, NoLongerOpen }

/// <summary>A person who may be asked for a decision.</summary>
public sealed record DecisionMaker(Guid Id, string FullName);

/// <summary>Obstacles: raised by an update, asked of a named person, decided once, on record.</summary>
public sealed class ObstacleDesk(DiemSangDbContext db, TimeProvider clock)
{
    /// <summary>Whom people of a unit may ask, the nearest first: its head, its deputies, the leaders. Nobody asks themselves.</summary>
    public async Task<IReadOnlyList<DecisionMaker>> DecisionMakersAsync(Actor actor, Guid unitId, CancellationToken cancel = default)
    {
        var today = clock.Today();
        var posts = await (
            from held in db.Appointments
            where held.OrganisationId == actor.OrganisationId && held.PersonId != actor.PersonId
            where held.FromDate <= today && (held.ToDate == null || held.ToDate >= today)
            where held.Role == Role.Leader || (held.UnitId == unitId && (held.Role == Role.Head || held.Role == Role.Deputy))
            join person in db.People on new { held.OrganisationId, Id = held.PersonId } equals new { person.OrganisationId, person.Id }
            where person.LeftOn == null
            select new { held.Role, held.FromDate, person.Id, person.FullName }).ToListAsync(cancel);

        // A head asks the leaders first: the own deputies cannot decide what the head cannot.
        var asksUpwards = actor.Leads(unitId);
        return [.. posts
            .OrderBy(post => post.Role == Role.Leader == asksUpwards ? 0 : 1).ThenBy(post => post.Role == Role.Deputy).ThenBy(post => post.FromDate)
            .Select(post => new DecisionMaker(post.Id, post.FullName)).DistinctBy(person => person.Id)];
    }

    /// <summary>What a new update means for the unit's obstacles: the earlier ones wait no more, a blocked one raises its own. Saved with the update.</summary>
    internal async Task FollowAsync(Actor actor, Occurrence period, ProgressUpdate update, Guid? asked, CancellationToken cancel)
    {
        var open = await db.Obstacles
            .Where(one => one.OrganisationId == period.OrganisationId && one.TaskId == period.TaskId && one.UnitId == period.UnitId && one.LiftedAt == null)
            .ToListAsync(cancel);
        open.ForEach(one => one.Lift(update.At));
        if (update.State != ProgressState.Blocked)
        {
            return;
        }

        var people = await DecisionMakersAsync(actor, period.UnitId, cancel);
        db.Obstacles.Add(new Obstacle
        {
            OrganisationId = period.OrganisationId, TaskId = period.TaskId, UnitId = period.UnitId, UpdateId = update.Id, Text = update.Note!,
            RaisedBy = actor.PersonId, RaisedAt = update.At,
            AskedPersonId = (people.FirstOrDefault(person => person.Id == asked) ?? (people.Count > 0 ? people[0] : null))?.Id,
        });
    }

    /// <summary>What waits for this person's decision, the oldest first.</summary>
    public async Task<IReadOnlyList<RaisedObstacle>> WaitingForAsync(Actor actor, CancellationToken cancel = default) =>
        [.. (await RaisedObstacle.ReadAsync(db, Open(actor).Where(one => one.AskedPersonId == actor.PersonId || (actor.IsLeader && one.AskedPersonId == null)), cancel)).Reverse()];

    /// <summary>What waits for somebody else, for whoever directs the whole organisation.</summary>
    public async Task<IReadOnlyList<RaisedObstacle>> WaitingForOthersAsync(Actor actor, CancellationToken cancel = default) =>
        actor.SeesWholeOrganisation ? [.. (await RaisedObstacle.ReadAsync(db, Open(actor).Where(one => one.AskedPersonId != actor.PersonId), cancel)).Reverse()] : [];

    /// <summary>For whoever may see its task.</summary>
    public async Task<RaisedObstacle?> FindAsync(Actor actor, Guid id, CancellationToken cancel = default) =>
        (await RaisedObstacle.ReadAsync(db, Visible(actor).Where(one => one.Id == id), cancel)).SingleOrDefault();

    public async Task<DecisionOutcome> DecideAsync(Actor actor, Guid id, string decision, CancellationToken cancel = default)
    {
        var obstacle = await Visible(actor).SingleOrDefaultAsync(one => one.Id == id, cancel);
        if (obstacle is null)
        {
            return DecisionOutcome.NotFound;
        }

        if (!actor.MayDecide(obstacle))
        {
            return DecisionOutcome.NotAllowed;
        }

        if (!obstacle.IsOpen)
        {
            return DecisionOutcome.NoLongerOpen;
        }

        obstacle.Decide(decision, actor.PersonId, clock.GetUtcNow());
        try
        {
            await db.SaveAsync(actor.To("plans.decide-obstacle"), cancel);
            return DecisionOutcome.Decided;
        }
        catch (DbUpdateConcurrencyException)
        {
            return DecisionOutcome.NoLongerOpen;
        }
    }

    private IQueryable<Obstacle> Open(Actor actor) => Visible(actor).Where(one => one.DecidedAt == null && one.LiftedAt == null);

    /// <summary>Of tasks one may see, and what one is asked oneself.</summary>
    private IQueryable<Obstacle> Visible(Actor actor)
    {
        var tasks = db.Tasks.VisibleTo(actor).Select(task => task.Id);
        return db.Obstacles.Where(one => one.OrganisationId == actor.OrganisationId && (one.AskedPersonId == actor.PersonId || tasks.Contains(one.TaskId)));
    }
}
