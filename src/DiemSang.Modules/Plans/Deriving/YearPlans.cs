using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Deriving;

/// <summary>A year of a plan of several years, and the plan drawn for it.</summary>
/// <param name="PlanId">Null while nobody has drawn one.</param>
public sealed record PlanYear(int Year, Guid? PlanId, string? Title, PlanState? State);

/// <summary>Which years of a plan of several years have a plan of their own, and which still lack one (MYR-02).</summary>
public sealed class YearPlans(DiemSangDbContext db)
{
    public async Task<IReadOnlyList<PlanYear>> FindAsync(Actor actor, Plan parent, CancellationToken cancel = default)
    {
        var drawn = await db.Plans.AsNoTracking().VisibleTo(actor)
            .Where(plan => plan.ParentPlanId == parent.Id && plan.UnitId == null && plan.PeriodFrom == plan.PeriodTo && plan.State != PlanState.Withdrawn)
            .OrderBy(plan => plan.State == PlanState.Issued ? 0 : 1).ThenBy(plan => plan.CreatedAt)
            .Select(plan => new PlanYear(plan.PeriodFrom, plan.Id, plan.Title, plan.State))
            .ToListAsync(cancel);
        return [.. Enumerable.Range(parent.PeriodFrom, parent.PeriodTo - parent.PeriodFrom + 1)
            .Select(year => drawn.Find(plan => plan.Year == year) ?? new PlanYear(year, null, null, null))];
    }
}
