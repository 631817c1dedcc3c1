using DiemSang.Modules.Access;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Aiming;

/// <summary>A content that rows of the plan stand under, and what is wanted of it.</summary>
/// <param name="Content">"" for rows that hang directly under the index.</param>
/// <param name="Version">Of what was said about it; 0 while nothing was.</param>
public sealed record AimedContent(string IndexCode, string Content, int Rows, Aim? Aim, int Version);

/// <summary>One choice of the form, with the version it was made on.</summary>
public sealed record ChosenAim(string IndexCode, string Content, Aim? Aim, int Version);

/// <summary>Reads and sets what a plan wants of each content.</summary>
public sealed class ContentAims(DiemSangDbContext db, PlanEditing editing)
{
    /// <summary>Contents in the order of the plan.</summary>
    public async Task<IReadOnlyList<AimedContent>> ListAsync(Plan plan, IEnumerable<PlanRow> rows, CancellationToken cancel = default)
    {
        var aims = await AimsOf(plan).AsNoTracking().ToDictionaryAsync(aim => (aim.IndexCode, aim.Content), cancel);
        return
        [
            .. rows.Where(row => row.IndexCode is not null).GroupBy(row => (Index: row.IndexCode!, Content: row.Content ?? ""))
                .Select(group => new AimedContent(group.Key.Index, group.Key.Content, group.Count(), aims.GetValueOrDefault(group.Key)?.Aim, aims.GetValueOrDefault(group.Key)?.Version ?? 0)),
        ];
    }

    /// <summary>Saves the choices that differ, as one act; when somebody else changed one of these since, nothing is saved.</summary>
    public async Task<EditStatus> SetAsync(Actor actor, Guid planId, IReadOnlyList<ChosenAim> choices, CancellationToken cancel = default)
    {
        var plan = await editing.FindAsync(actor, planId, cancel);
        if (plan is null)
        {
            return EditStatus.NotFound;
        }

        var aims = await AimsOf(plan).ToDictionaryAsync(aim => (aim.IndexCode, aim.Content), cancel);
        foreach (var choice in choices)
        {
            var known = aims.GetValueOrDefault((choice.IndexCode, choice.Content));
            if (known?.Aim == choice.Aim)
            {
                continue;
            }

            if ((known?.Version ?? 0) != choice.Version)
            {
                return EditStatus.Conflict;
            }

            Set(plan, known, choice);
        }

        return await editing.SaveAsync(actor, "plans.set-aims", cancel);
    }

    /// <summary>Task → what is wanted of its content, for the board's spreadsheet.</summary>
    public async Task<IReadOnlyDictionary<Guid, Aim>> OfTasksAsync(Actor actor, CancellationToken cancel = default) => await (
        from task in db.Tasks
        where task.OrganisationId == actor.OrganisationId && task.WithdrawnAt == null
        join aim in db.ContentAims on new { task.OrganisationId, task.PlanId, IndexCode = task.Row.IndexCode!, Content = task.Row.Content ?? "" }
            equals new { aim.OrganisationId, aim.PlanId, aim.IndexCode, aim.Content }
        select new { task.Id, aim.Aim }).ToDictionaryAsync(found => found.Id, found => found.Aim, cancel);

    private void Set(Plan plan, ContentAim? known, ChosenAim choice)
    {
        if (choice.Aim is not { } aim)
        {
            db.ContentAims.Remove(known!);
        }
        else if (known is null)
        {
            db.ContentAims.Add(new ContentAim { OrganisationId = plan.OrganisationId, PlanId = plan.Id, IndexCode = choice.IndexCode, Content = choice.Content, Aim = aim });
        }
        else
        {
            known.Aim = aim;
        }
    }

    private IQueryable<ContentAim> AimsOf(Plan plan) => db.ContentAims.Where(aim => aim.OrganisationId == plan.OrganisationId && aim.PlanId == plan.Id);
}
