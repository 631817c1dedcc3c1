using DiemSang.Modules.Access;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Issuing;

/// <summary>Loads a draft and holds it against the five (PLN-14, PLN-17).</summary>
public sealed class PlanReadiness(DiemSangDbContext db, TimeProvider clock)
{
    /// <param name="accountable">Row → the lead chosen to answer for it.</param>
    /// <returns>Null when the person may not issue plans here, or there is no such plan.</returns>
    public async Task<PlanClarity?> CheckAsync(Actor actor, Guid planId, IReadOnlyDictionary<Guid, Guid>? accountable = null, CancellationToken cancel = default)
    {
        var plan = await db.Plans
            .Include(p => p.Rows.Where(row => row.WithdrawnAt == null).OrderBy(row => row.Position)).ThenInclude(row => row.Parties)
            .Include(p => p.Rows).ThenInclude(row => row.Measures)
            .AsSplitQuery()
            .SingleOrDefaultAsync(p => p.OrganisationId == actor.OrganisationId && p.Id == planId, cancel);
        return plan is null || !actor.MayIssue(plan) ? null
            : new PlanClarity(plan, await JudgeAsync(actor.OrganisationId, plan.Rows.OrderBy(row => row.Position), accountable, cancel));
    }

    /// <summary>Holds rows, saved or about to be, against the five.</summary>
    internal async Task<IReadOnlyList<RowClarity>> JudgeAsync(
        Guid organisationId, IEnumerable<PlanRow> rows, IReadOnlyDictionary<Guid, Guid>? accountable, CancellationToken cancel)
    {
        var five = new FiveClear(await UnitsAsync(organisationId, cancel), await HeadsAsync(organisationId, cancel), accountable ?? new Dictionary<Guid, Guid>());
        return [.. rows.Select(five.Judge)];
    }

    internal async Task<Dictionary<Guid, UnitOnDay>> UnitsAsync(Guid organisationId, CancellationToken cancel) =>
        await db.Units.Where(unit => unit.OrganisationId == organisationId && unit.ClosedOn == null)
            .OrderBy(unit => unit.SortOrder).ThenBy(unit => unit.Name)
            .Select(unit => new UnitOnDay(unit.Id, unit.Name, unit.Kind == UnitKind.Partner, unit.Kind == UnitKind.Division || unit.Kind == UnitKind.Office || unit.Kind == UnitKind.Service))
            .ToDictionaryAsync(unit => unit.Id, cancel);

    private async Task<Dictionary<Guid, string>> HeadsAsync(Guid organisationId, CancellationToken cancel)
    {
        var today = clock.Today();
        var heads = await db.Appointments
            .Where(held => held.OrganisationId == organisationId && held.Role == Role.Head && held.UnitId != null)
            .Where(held => held.FromDate <= today && (held.ToDate == null || held.ToDate >= today))
            .Join(db.People.Where(person => person.LeftOn == null), held => new { held.OrganisationId, Id = held.PersonId }, person => new { person.OrganisationId, person.Id },
                (held, person) => new { UnitId = held.UnitId!.Value, person.FullName, held.IsActing })
            .ToListAsync(cancel);
        return heads.GroupBy(head => head.UnitId).ToDictionary(unit => unit.Key, unit => unit.OrderBy(head => head.IsActing).First().FullName);
    }
}
