using System.Text.RegularExpressions;
using DiemSang.Core.Planning;
using DiemSang.Documents.Writing;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans.Covering;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Deriving;

/// <summary>
/// Draws a plan from an issued one, as a draft to be corrected and issued like any other: the rows of a year, or the rows a unit has a part in
/// (PLN-20). Every row keeps the link to the line it comes from.
/// </summary>
public sealed partial class PlanDeriver(DiemSangDbContext db, UnitDirectory units, TimeProvider clock)
{
    /// <returns>Null when there is no such issued plan for this person, or it does not cover the year.</returns>
    public async Task<Plan?> OfYearAsync(Actor actor, Guid planId, int year, CancellationToken cancel = default)
    {
        if (await FindAsync(actor, planId, cancel) is not { } parent || year < parent.PeriodFrom || year > parent.PeriodTo)
        {
            return null;
        }

        var plan = Begin(parent, TitleOf(parent, year), new PlanPeriod(year, year));
        plan.Issuer = parent.Issuer;
        plan.Superior = parent.Superior;
        plan.Symbol = parent.Symbol;
        plan.SetTargets(parent.Targets.OrderBy(target => target.Position).Select(target => target.ToTarget()));
        plan.Content = plan.Content with { Recipients = parent.Content.Recipients, ReportDeadlines = parent.Content.ReportDeadlines };
        return await SaveAsync(actor, plan, parent.CurrentRows().Where(row => row.Deadline.Touches(year)), row => row.Deadline.In(year), cancel);
    }

    /// <returns>Null when there is no such issued plan for this person, no such unit, or no row names it.</returns>
    public async Task<Plan?> OfUnitAsync(Actor actor, Guid planId, Guid unitId, CancellationToken cancel = default)
    {
        var parent = await FindAsync(actor, planId, cancel, unitId);
        var unit = await db.Units.AsNoTracking().SingleOrDefaultAsync(found => found.OrganisationId == actor.OrganisationId && found.Id == unitId, cancel);
        var rows = parent?.CurrentRows().Where(row => row.Parties.Exists(party => party.IsAllUnits || party.UnitId == unitId)).ToList();
        if (parent is null || unit is null || rows is not { Count: > 0 })
        {
            return null;
        }

        var plan = Begin(parent, $"Thực hiện {Cite(parent)}", new PlanPeriod(parent.PeriodFrom, parent.PeriodTo));
        plan.UnitId = unit.Id;
        plan.Issuer = unit.Name;
        plan.Superior = parent.Issuer;
        return await SaveAsync(actor, plan, rows, row => row.Deadline, cancel, unit);
    }

    private Plan Begin(Plan parent, string title, PlanPeriod period)
    {
        var plan = new Plan(parent.OrganisationId, title, period, clock.GetUtcNow()) { Indices = parent.Indices, Place = parent.Place };
        plan.CarryOut(parent.OrganisationId, parent.Id);
        var cited = new DocumentReference("Kế hoạch", parent.Number, parent.Symbol, parent.IssuedOn, parent.Issuer, parent.Title, $"{Cite(parent)} về {parent.Title}");
        plan.Content = plan.Content with { Parents = [cited], Signature = parent.Content.Signature };
        return plan;
    }

    /// <param name="unit">Whose own plan it is: it leads every row, and the others named there co-operate.</param>
    private async Task<Plan> SaveAsync(
        Actor actor, Plan plan, IEnumerable<PlanRow> rows, Func<PlanRow, RowDeadline> deadlineOf, CancellationToken cancel, Unit? unit = null)
    {
        var matcher = await units.MatcherAsync(actor.OrganisationId, cancel);
        foreach (var row in rows)
        {
            var carried = new PlanRow { OrganisationId = plan.OrganisationId, PlanId = plan.Id, Position = (plan.Rows.Count + 1) * PlanRow.PositionStep, NeedsEvidence = row.NeedsEvidence };
            carried.Parties.AddRange(unit is null ? [.. row.Parties.Select(party => party.CopyTo(carried))] : PartiesOf(unit, row, carried));
            carried.Write(
                PlanDrafts.ToDraftRow(row, party => party.PrintedName) with
                {
                    Deadline = deadlineOf(row), Leads = [.. carried.Leads.Select(party => party.PrintedName)], Cooperators = [.. carried.Cooperators.Select(party => party.PrintedName)],
                }, matcher);
            plan.Rows.Add(carried);
            db.ParentLinks.Add(new ParentLink { OrganisationId = plan.OrganisationId, PlanId = plan.Id, LineId = carried.LineId, ParentId = row.LineId });
        }

        db.Plans.Add(plan);
        await db.SaveAsync(actor.To("plans.derive"), cancel);
        return plan;
    }

    private static List<Party> PartiesOf(Unit unit, PlanRow row, PlanRow carried) =>
    [
        new Party { OrganisationId = row.OrganisationId, RowId = carried.Id, Position = 1, Duty = Duty.Lead, PrintedName = unit.Name, UnitId = unit.Id },
        .. row.Parties.Where(party => !party.IsAllUnits && party.UnitId != unit.Id).DistinctBy(party => party.PrintedName).Select(party => party.CopyTo(carried, Duty.Cooperate)),
    ];

    /// <param name="unitId">The unit to draw a plan for: its head may; null for the whole organisation.</param>
    private async Task<Plan?> FindAsync(Actor actor, Guid planId, CancellationToken cancel, Guid? unitId = null) => actor.MayEditPlans() || (unitId is { } unit && actor.Leads(unit))
        ? await db.Plans.AsNoTracking().AsSplitQuery().Include(plan => plan.Targets)
            .Include(plan => plan.Rows).ThenInclude(row => row.Measures)
            .Include(plan => plan.Rows).ThenInclude(row => row.Parties)
            .SingleOrDefaultAsync(plan => plan.OrganisationId == actor.OrganisationId && plan.Id == planId && plan.State == PlanState.Issued, cancel)
        : null;

    /// <summary>"… giai đoạn 2026 - 2030" → "… năm 2027".</summary>
    private static string TitleOf(Plan parent, int year) =>
        Period().IsMatch(parent.Title) ? Period().Replace(parent.Title, $"năm {year}", 1) : $"{parent.Title} năm {year}";

    private static string Cite(Plan plan) =>
        $"Kế hoạch số {plan.Number}/{plan.Symbol}{(plan.IssuedOn is { } day ? " " + DateLine.Print(day) : "")}{(plan.Issuer is null ? "" : $" của {plan.Issuer}")}";

    [GeneratedRegex(@"giai đoạn\s+\d{4}\s*[-–]\s*\d{4}", RegexOptions.IgnoreCase)]
    private static partial Regex Period();
}
