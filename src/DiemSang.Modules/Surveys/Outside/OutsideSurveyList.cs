using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Surveys.Outside;

/// <summary>An outside survey with how much of its support is open.</summary>
public sealed record OutsideLine(OutsideSurvey Survey, int Open, int Tasks);

/// <summary>A support task with the survey it is for and who owes it.</summary>
public sealed record SupportLine(SupportTask Task, string Survey, string UnitName, string? PersonName);

/// <summary>An outside survey with everything its page and its announcement say; tracked, so that it can be changed and saved.</summary>
public sealed record OutsideFile(OutsideSurvey Survey, Organisation Organisation, Person Contact, IReadOnlyList<SupportLine> Support);

/// <summary>The outside surveys a person may see, and their support tasks.</summary>
public sealed class OutsideSurveyList(DiemSangDbContext db)
{
    public async Task<IReadOnlyList<OutsideLine>> AllAsync(Actor actor, CancellationToken cancel = default) =>
        await db.Set<OutsideSurvey>().VisibleTo(actor).OrderByDescending(survey => survey.FromDate)
            .Select(survey => new OutsideLine(survey, survey.Tasks.Count(task => task.DoneOn == null), survey.Tasks.Count)).ToListAsync(cancel);

    public async Task<OutsideFile?> OpenAsync(Actor actor, Guid id, CancellationToken cancel = default)
    {
        if (await db.Set<OutsideSurvey>().VisibleTo(actor).SingleOrDefaultAsync(survey => survey.Id == id, cancel) is not { } survey)
        {
            return null;
        }

        return new OutsideFile(
            survey,
            await db.Organisations.SingleAsync(one => one.Id == survey.OrganisationId, cancel),
            await db.People.SingleAsync(one => one.OrganisationId == survey.OrganisationId && one.Id == survey.ContactId, cancel),
            await Lines(db.Set<SupportTask>().Where(task => task.OrganisationId == survey.OrganisationId && task.OutsideSurveyId == id)).ToListAsync(cancel));
    }

    /// <summary>Open support of the person and the person's units, for "my work".</summary>
    public async Task<IReadOnlyList<SupportLine>> MineAsync(Actor actor, CancellationToken cancel = default)
    {
        var units = actor.UnitIds.ToArray();
        return await Lines(db.Set<SupportTask>().Where(task => task.OrganisationId == actor.OrganisationId && task.DoneOn == null
            && (units.Contains(task.UnitId) || task.PersonId == actor.PersonId))).ToListAsync(cancel);
    }

    /// <summary>Whoever sees the survey sees all its support.</summary>
    public Task<SupportLine?> FindTaskAsync(Actor actor, Guid taskId, CancellationToken cancel = default) =>
        Lines(db.Set<SupportTask>().Where(task => task.Id == taskId && db.Set<OutsideSurvey>().VisibleTo(actor).Any(survey => survey.Id == task.OutsideSurveyId)))
            .SingleOrDefaultAsync(cancel);

    private IQueryable<SupportLine> Lines(IQueryable<SupportTask> tasks) =>
        from task in tasks
        join survey in db.Set<OutsideSurvey>() on new { task.OrganisationId, Id = task.OutsideSurveyId } equals new { survey.OrganisationId, survey.Id }
        join unit in db.Units on new { task.OrganisationId, Id = task.UnitId } equals new { unit.OrganisationId, unit.Id }
        from person in db.People.Where(person => person.OrganisationId == task.OrganisationId && person.Id == task.PersonId).DefaultIfEmpty()
        orderby task.DueOn, task.Id
        select new SupportLine(task, survey.Title, unit.Name, person == null ? null : person.FullName);
}
