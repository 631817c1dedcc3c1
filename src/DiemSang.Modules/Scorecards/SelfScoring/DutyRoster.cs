using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Scorecards.SelfScoring;

/// <summary>Which unit of the organisation leads a criterion and which supports it; stays for every round on the same set.</summary>
public sealed class DutyRoster(DiemSangDbContext db)
{
    /// <summary>Units of the organisation by id, in their order.</summary>
    public Task<List<Unit>> UnitsAsync(Guid organisationId, CancellationToken cancel = default) =>
        db.Units.Where(unit => unit.OrganisationId == organisationId && unit.ClosedOn == null).OrderBy(unit => unit.SortOrder).ThenBy(unit => unit.Name).ToListAsync(cancel);

    /// <summary>The roster as now written; units of other organisations are left out.</summary>
    public async Task WriteAsync(Actor actor, string setCode, IReadOnlyDictionary<string, Guid> leads, IReadOnlyDictionary<string, Guid> supports, CancellationToken cancel = default)
    {
        var own = (await UnitsAsync(actor.OrganisationId, cancel)).ConvertAll(unit => unit.Id);
        var wanted = leads.Select(pair => (Code: pair.Key, Unit: pair.Value, Leads: true))
            .Concat(supports.Where(pair => leads.GetValueOrDefault(pair.Key) != pair.Value).Select(pair => (Code: pair.Key, Unit: pair.Value, Leads: false)))
            .Where(duty => own.Contains(duty.Unit)).ToHashSet();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var standing = await db.CriterionDuties.Where(duty => duty.OrganisationId == actor.OrganisationId && duty.SetCode == setCode).ToListAsync(cancel);
        var kept = standing.Where(duty => wanted.Remove((duty.Code, duty.UnitId, duty.Leads))).ToList();
        db.CriterionDuties.RemoveRange(standing.Except(kept));
        await db.SaveAsync(actor.To("scorecards.relieve-units"), cancel);
        db.CriterionDuties.AddRange(wanted.Select(duty => new CriterionDuty { OrganisationId = actor.OrganisationId, SetCode = setCode, Code = duty.Code, UnitId = duty.Unit, Leads = duty.Leads }));
        await db.SaveAsync(actor.To("scorecards.charge-units"), cancel);
        await transaction.CommitAsync(cancel);
    }
}
