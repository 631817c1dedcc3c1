using DiemSang.Modules.Access;
using DiemSang.Modules.Plans.Importing;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Amending;

/// <summary>An edition of a plan and the decision that made it; the first one was made by the plan itself.</summary>
public sealed record PlanEdition(int Number, Amendment? MadeBy);

/// <param name="Rows">Rows of this edition, in order.</param>
/// <param name="Tasks">Row → its task, also where the task was withdrawn since.</param>
public sealed record ReadEdition(Plan Plan, PlanEdition Edition, IReadOnlyList<PlanEdition> All, IReadOnlyList<PlanRow> Rows, IReadOnlyDictionary<Guid, Guid> Tasks);

/// <param name="Unchanged">Rows that read the same in both.</param>
public sealed record EditionDifference(Plan Plan, int From, int To, IReadOnlyList<PlanEdition> All, IReadOnlyList<RowChange> Rows, int Unchanged);

/// <summary>Reads what an issued plan said in each of its editions, and how two of them differ, line by line.</summary>
public sealed class PlanEditions(DiemSangDbContext db)
{
    public async Task<IReadOnlyList<PlanEdition>> ListAsync(Plan plan, CancellationToken cancel = default)
    {
        var made = await db.Amendments.AsNoTracking().Where(found => found.OrganisationId == plan.OrganisationId && found.PlanId == plan.Id && found.Edition != null).ToDictionaryAsync(found => found.Edition!.Value, cancel);
        return [.. Enumerable.Range(1, plan.Edition).Select(number => new PlanEdition(number, made.GetValueOrDefault(number)))];
    }

    public async Task<ReadEdition?> FindAsync(Actor actor, Guid planId, int number, CancellationToken cancel = default)
    {
        if (await LoadAsync(actor, planId, cancel) is not { } plan || number < 1 || number > plan.Edition)
        {
            return null;
        }

        var all = await ListAsync(plan, cancel);
        var lines = plan.Rows.ToDictionary(row => row.Id, row => row.LineId);
        var tasks = await db.Tasks.Where(task => task.OrganisationId == plan.OrganisationId && task.PlanId == planId).Select(task => new { task.Id, task.RowId }).ToListAsync(cancel);
        var ofLine = tasks.ToDictionary(task => lines[task.RowId], task => task.Id);
        var rows = RowsOf(plan, number);
        return new ReadEdition(plan, all[number - 1], all, rows, rows.Where(row => ofLine.ContainsKey(row.LineId)).ToDictionary(row => row.Id, row => ofLine[row.LineId]));
    }

    public async Task<EditionDifference?> CompareAsync(Actor actor, Guid planId, int from, int to, CancellationToken cancel = default)
    {
        if (await LoadAsync(actor, planId, cancel) is not { } plan || Math.Min(from, to) < 1 || Math.Max(from, to) > plan.Edition)
        {
            return null;
        }

        var before = RowsOf(plan, from).ToDictionary(row => row.LineId);
        var after = RowsOf(plan, to);
        var kept = after.Select(row => row.LineId).ToHashSet();
        var changes = before.Values.Where(row => !kept.Contains(row.LineId)).Concat(after).OrderBy(row => row.Position)
            .Select(row => Change(before.GetValueOrDefault(row.LineId), kept.Contains(row.LineId) ? row : null)).OfType<RowChange>().ToList();
        return new EditionDifference(plan, from, to, await ListAsync(plan, cancel), changes, after.Count - changes.Count(change => change.Kind != RowChangeKind.Removed));
    }

    private static RowChange? Change(PlanRow? before, PlanRow? after)
    {
        var (former, now) = (before is null ? null : AmendedRow.TextOf(before), after is null ? null : AmendedRow.TextOf(after));
        var fields = PlanDifference.Between(former, now);
        var kind = former is null ? RowChangeKind.Added : now is null ? RowChangeKind.Removed : RowChangeKind.Changed;
        return fields.Count == 0 ? null : new RowChange(kind, (after ?? before)!.Id, null, PlanDifference.LabelOf((now ?? former)!), fields);
    }

    private static List<PlanRow> RowsOf(Plan plan, int edition) => [.. plan.Rows.Where(row => row.IsIn(edition)).OrderBy(row => row.Position)];

    private Task<Plan?> LoadAsync(Actor actor, Guid planId, CancellationToken cancel) =>
        db.Plans.AsNoTracking().AsSplitQuery()
            .Include(plan => plan.Rows).ThenInclude(row => row.Measures)
            .Include(plan => plan.Rows).ThenInclude(row => row.Parties)
            .SingleOrDefaultAsync(plan => plan.OrganisationId == actor.OrganisationId && plan.Id == planId && plan.State == PlanState.Issued, cancel);
}
