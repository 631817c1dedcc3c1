using DiemSang.Modules.Access;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.YearEnd;

/// <summary>The figures of a year for a unit or a person (EVA-01, EVA-02). Counts only: nothing that anybody said or answered.</summary>
/// <param name="Led">Tasks led.</param>
/// <param name="Asked">Periods that fell due.</param>
public sealed record YearFigures(int Led, int Asked, int OnTime, int Late, int Done, int WithEvidence, int Returned)
{
    public static YearFigures Sum(IEnumerable<YearRecord> lines) => lines.Aggregate(new YearFigures(0, 0, 0, 0, 0, 0, 0), (sum, line) => new YearFigures(
        sum.Led + line.Led, sum.Asked + line.Asked, sum.OnTime + line.OnTime, sum.Late + line.Late, sum.Done + line.Done, sum.WithEvidence + line.WithEvidence, sum.Returned + line.Returned));
}

/// <param name="Post">Of a person: chức vụ; null for a unit.</param>
public sealed record YearLine(Guid Id, string Name, string? Post, YearFigures Figures);

public sealed record YearPlan(Guid Id, string Name);

/// <param name="Units">Units this person may see the record of.</param>
/// <param name="People">Officials this person may see the record of.</param>
/// <param name="Plans">Plans to narrow it to.</param>
public sealed record YearEndRecord(int Year, Guid? Plan, IReadOnlyList<YearLine> Units, IReadOnlyList<YearLine> People, IReadOnlyList<YearPlan> Plans);

/// <summary>One task on a result sheet.</summary>
public sealed record SheetLine(Guid TaskId, string? IndexCode, string? Code, string Title, string DeadlineText, TaskYear Record);

/// <summary>The result sheet of a unit or a person for the yearly evaluation.</summary>
/// <param name="Of">Whose sheet; the post only of a person.</param>
/// <param name="UnitName">The unit of a person; null on a unit's own sheet.</param>
public sealed record YearSheet(Organisation Organisation, int Year, YearLine Of, string? UnitName, string? PlanName, IReadOnlyList<SheetLine> Lines);

/// <summary>
/// What a year of plan work amounts to. Leaders and the focal official see everybody; heads their units and who works there; everybody their own.
/// </summary>
public sealed class YearEndReading(DiemSangDbContext db, TimeProvider clock)
{
    public async Task<YearEndRecord> FindAsync(Actor actor, int year, Guid? plan, CancellationToken cancel = default)
    {
        var lines = await YearRecord.Between(db, actor.OrganisationId, new(year, 1, 1), new(year, 12, 31), clock.Today(), plan).ToListAsync(cancel);
        var units = lines.Where(line => actor.MaySeeYearOf(line.UnitId)).GroupBy(line => line.UnitId).ToDictionary(unit => unit.Key, YearFigures.Sum);
        var people = lines.Where(line => line.PersonId is { } person && (person == actor.PersonId || actor.MaySeeYearOf(line.UnitId)))
            .GroupBy(line => line.PersonId!.Value).ToDictionary(person => person.Key, YearFigures.Sum);
        return new YearEndRecord(year, plan, await UnitLinesAsync(actor, units, cancel), await PeopleLinesAsync(actor, people, cancel), await PlansAsync(actor, cancel));
    }

    /// <returns>Null when this person may not see the unit's record.</returns>
    public async Task<YearSheet?> OfUnitAsync(Actor actor, Guid unitId, int year, Guid? plan, CancellationToken cancel = default)
    {
        var unit = await db.Units.AsNoTracking().SingleOrDefaultAsync(found => found.OrganisationId == actor.OrganisationId && found.Id == unitId, cancel);
        if (unit is null || !actor.MaySeeYearOf(unitId))
        {
            return null;
        }

        var figures = YearFigures.Sum(await Records(actor, year, plan).Where(line => line.UnitId == unitId).ToListAsync(cancel));
        var lines = await LinesAsync(Tasks(actor, year, plan).Where(line => line.UnitId == unitId), cancel);
        return await SheetAsync(actor, year, plan, new YearLine(unit.Id, unit.Name, null, figures), null, lines, cancel);
    }

    /// <returns>Null when this person may not see the record: neither the own one nor one of the units headed.</returns>
    public async Task<YearSheet?> OfPersonAsync(Actor actor, Guid personId, int year, Guid? plan, CancellationToken cancel = default)
    {
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(found => found.OrganisationId == actor.OrganisationId && found.Id == personId, cancel);
        var records = await Records(actor, year, plan).Where(line => line.PersonId == personId).ToListAsync(cancel);
        var visible = records.Where(line => personId == actor.PersonId || actor.MaySeeYearOf(line.UnitId)).ToList();
        if (person is null || (visible.Count == 0 && !await MaySeeAsync(actor, personId, cancel)))
        {
            return null;
        }

        var units = visible.Select(line => line.UnitId).Distinct().ToArray();
        var lines = await LinesAsync(Tasks(actor, year, plan).Where(line => line.PersonId == personId && units.Contains(line.UnitId)), cancel);
        var names = await db.Units.Where(unit => unit.OrganisationId == actor.OrganisationId && units.Contains(unit.Id)).OrderBy(unit => unit.SortOrder).Select(unit => unit.Name).ToListAsync(cancel);
        return await SheetAsync(actor, year, plan, new YearLine(person.Id, person.FullName, person.Post, YearFigures.Sum(visible)), string.Join("; ", names), lines, cancel);
    }

    /// <summary>Also of somebody who led nothing that year.</summary>
    private async Task<bool> MaySeeAsync(Actor actor, Guid personId, CancellationToken cancel)
    {
        var led = actor.UnitIds.Where(actor.Leads).ToArray();
        return personId == actor.PersonId || actor.IsLeader || actor.IsFocal
            || await db.Appointments.AnyAsync(held => held.OrganisationId == actor.OrganisationId && held.PersonId == personId && held.UnitId != null && led.Contains(held.UnitId.Value), cancel);
    }

    private IQueryable<YearRecord> Records(Actor actor, int year, Guid? plan) => YearRecord.Between(db, actor.OrganisationId, new(year, 1, 1), new(year, 12, 31), clock.Today(), plan);

    private IQueryable<TaskYear> Tasks(Actor actor, int year, Guid? plan) => TaskYear.Between(db, actor.OrganisationId, new(year, 1, 1), new(year, 12, 31), clock.Today(), plan);

    private async Task<YearSheet> SheetAsync(Actor actor, int year, Guid? plan, YearLine of, string? unitName, IReadOnlyList<SheetLine> lines, CancellationToken cancel)
    {
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(own => own.Id == actor.OrganisationId, cancel);
        var planName = plan is null ? null : (await PlansAsync(actor, cancel)).FirstOrDefault(found => found.Id == plan)?.Name;
        return new YearSheet(organisation, year, of, unitName, planName, lines);
    }

    private async Task<IReadOnlyList<SheetLine>> LinesAsync(IQueryable<TaskYear> records, CancellationToken cancel) => await (
        from record in records
        join task in db.Tasks on new { record.OrganisationId, Id = record.TaskId } equals new { task.OrganisationId, task.Id }
        orderby task.PlanId, task.Row.Position
        select new SheetLine(task.Id, task.Row.IndexCode, task.Row.Code, task.Row.Title, task.Row.DeadlineText, record)).ToListAsync(cancel);

    private async Task<IReadOnlyList<YearLine>> UnitLinesAsync(Actor actor, Dictionary<Guid, YearFigures> figures, CancellationToken cancel)
    {
        var units = await db.Units.Where(unit => unit.OrganisationId == actor.OrganisationId && figures.Keys.Contains(unit.Id))
            .OrderBy(unit => unit.SortOrder).ThenBy(unit => unit.NameFolded).Select(unit => new { unit.Id, unit.Name }).ToListAsync(cancel);
        return [.. units.Select(unit => new YearLine(unit.Id, unit.Name, null, figures[unit.Id]))];
    }

    private async Task<IReadOnlyList<YearLine>> PeopleLinesAsync(Actor actor, Dictionary<Guid, YearFigures> figures, CancellationToken cancel)
    {
        var people = await db.People.Where(person => person.OrganisationId == actor.OrganisationId && figures.Keys.Contains(person.Id))
            .OrderBy(person => person.SortName).Select(person => new { person.Id, person.FullName, person.Post }).ToListAsync(cancel);
        return [.. people.Select(person => new YearLine(person.Id, person.FullName, person.Post, figures[person.Id]))];
    }

    private async Task<IReadOnlyList<YearPlan>> PlansAsync(Actor actor, CancellationToken cancel)
    {
        var plans = await db.Plans.Where(plan => plan.OrganisationId == actor.OrganisationId && plan.State == PlanState.Issued)
            .OrderByDescending(plan => plan.IssuedOn).Select(plan => new { plan.Id, plan.Number, plan.Symbol, plan.Title }).ToListAsync(cancel);
        return [.. plans.Select(plan => new YearPlan(plan.Id, $"{plan.Number}/{plan.Symbol} – {plan.Title}"))];
    }
}

internal static class YearEndRights
{
    public static bool MaySeeYearOf(this Actor actor, Guid unitId) => actor.IsLeader || actor.IsFocal || actor.Leads(unitId);
}
