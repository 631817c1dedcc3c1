using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Audit;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Issuing;

/// <summary>Adds the periods that the turn of a year brings. Running it twice, or on two nodes at once, adds nothing twice.</summary>
public sealed class OccurrenceTopUp(DiemSangDbContext db, TimeProvider clock)
{
    public const string Verb = "plans.top-up";

    /// <summary>For the organisation of this unit of work.</summary>
    /// <returns>Number of periods added.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        var organisation = db.Tenant.OrganisationId ?? throw new InvalidOperationException("A top-up is for one organisation.");
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.TakeTurnAsync(Verb + organisation, cancel);

        var added = 0;
        foreach (var plan in await IssuedAsync(organisation, cancel))
        {
            var tasks = await db.Tasks.Include(task => task.Row).Include(task => task.Assignments).Include(task => task.Occurrences)
                .Where(task => task.OrganisationId == organisation && task.PlanId == plan.Id && task.WithdrawnAt == null)
                .AsSplitQuery().ToListAsync(cancel);
            var missing = tasks.SelectMany(task => TaskPeriods.Missing(task, task.Row, plan, clock.Today())).ToList();
            db.Occurrences.AddRange(missing);
            added += missing.Count;
        }

        await db.SaveAsync(Act.BySystem(organisation, Verb), cancel);
        await transaction.CommitAsync(cancel);
        return added;
    }

    private async Task<List<Plan>> IssuedAsync(Guid organisation, CancellationToken cancel) =>
        await db.Plans.Where(plan => plan.OrganisationId == organisation && plan.State == PlanState.Issued).ToListAsync(cancel);
}
