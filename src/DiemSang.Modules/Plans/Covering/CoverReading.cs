using DiemSang.Core.Language;
using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Covering;

/// <param name="LinkId">To take the link back.</param>
public sealed record LinkedRow(Guid LinkId, PlanRow Row);

/// <summary>A row that may carry out another: a person decides.</summary>
public sealed record LikeRow(PlanRow Row, Likeness Likeness);

/// <summary>A row of the plan above, and what carries it out.</summary>
public sealed record CoveredRow(ParentRow Parent, IReadOnlyList<LinkedRow> By, IReadOnlyList<LikeRow> Like)
{
    public bool IsCovered => By.Count > 0;
}

/// <summary>A target of the plan above; the plan has one for the same content of the same index, or rows were named for it.</summary>
public sealed record CoveredTarget(ParentTarget Parent, IReadOnlyList<PlanTargetRow> Own, IReadOnlyList<LinkedRow> By)
{
    public bool IsCovered => Own.Count + By.Count > 0;
}

/// <param name="Parents">Plans to choose from as the plan above.</param>
/// <param name="Parent">The plan above; null while none was chosen.</param>
/// <param name="WithoutParent">Rows of the plan that carry out nothing of the plan above.</param>
public sealed record Cover(
    Plan Plan, IReadOnlyList<PlanRow> Rows, IReadOnlyList<ParentPlan> Parents, ParentPlan? Parent, IReadOnlyList<CoveredRow> Covered, IReadOnlyList<CoveredTarget> Targets, IReadOnlyList<PlanRow> WithoutParent);

/// <summary>Holds a plan against the plan above it: what is carried out by what, what by nothing.</summary>
public sealed class CoverReading(DiemSangDbContext db)
{
    private const int MostLike = 3;

    public async Task<Cover?> FindAsync(Actor actor, Guid planId, CancellationToken cancel = default)
    {
        var plan = await db.Plans.AsNoTracking().VisibleTo(actor).AsSplitQuery()
            .Include(found => found.Targets).Include(found => found.Rows).ThenInclude(row => row.Parties)
            .SingleOrDefaultAsync(found => found.Id == planId, cancel);
        if (plan is null)
        {
            return null;
        }

        var parents = await db.PlansAboveAsync(actor.OrganisationId, planId, cancel);
        var rows = plan.CurrentRows().ToList();
        if (parents.Find(parent => parent.Id == plan.ParentPlanId) is not { } above)
        {
            return new Cover(plan, rows, parents, null, [], [], rows);
        }

        var links = await LinksAsync(plan, rows, cancel);
        var parentRows = await ConcerningAsync(plan, await db.ParentRowsAsync(above.Id, cancel), cancel);
        var free = rows.Where(row => !links.Any(link => link.Any(by => by.Row == row))).ToList();
        var covered = parentRows.Select(parent => new CoveredRow(parent, [.. links[parent.LineId]], links.Contains(parent.LineId) ? [] : Like(parent, rows))).ToList();
        var parentTargets = plan.UnitId is null ? await db.ParentTargetsAsync(above.Id, cancel) : [];
        var targets = parentTargets.Select(target => new CoveredTarget(target, Own(target, plan), [.. links[target.Id]])).ToList();
        return new Cover(plan, rows, parents, above, covered, targets, free);
    }

    /// <summary>A unit's own plan is held against the rows that name the unit, and against no target: these are the organisation's.</summary>
    private async Task<List<ParentRow>> ConcerningAsync(Plan plan, List<ParentRow> rows, CancellationToken cancel)
    {
        if (plan.UnitId is not { } unit)
        {
            return rows;
        }

        var lines = await db.PlanRows
            .Where(row => row.OrganisationId == plan.OrganisationId && row.PlanId == plan.ParentPlanId && row.WithdrawnAt == null)
            .Where(row => row.Parties.Any(party => party.IsAllUnits || party.UnitId == unit))
            .Select(row => row.LineId).ToListAsync(cancel);
        return [.. rows.Where(row => lines.Contains(row.LineId))];
    }

    private async Task<ILookup<Guid, LinkedRow>> LinksAsync(Plan plan, List<PlanRow> rows, CancellationToken cancel)
    {
        var byLine = rows.ToDictionary(row => row.LineId);
        var links = await db.ParentLinks.AsNoTracking().Where(link => link.OrganisationId == plan.OrganisationId && link.PlanId == plan.Id).ToListAsync(cancel);
        return links.Where(link => byLine.ContainsKey(link.LineId)).OrderBy(link => byLine[link.LineId].Position)
            .ToLookup(link => link.ParentId, link => new LinkedRow(link.Id, byLine[link.LineId]));
    }

    /// <summary>Rows under the same index with the same or nearly the same name, the same first.</summary>
    private static List<LikeRow> Like(ParentRow parent, List<PlanRow> rows) =>
    [
        .. rows.Where(row => row.IndexCode == parent.IndexCode)
            .Select(row => new LikeRow(row, RowLikeness.Of(row.Title, parent.Title)))
            .Where(like => like.Likeness != Likeness.None)
            .OrderByDescending(like => like.Likeness).ThenBy(like => like.Row.Position)
            .Take(MostLike),
    ];

    private static List<PlanTargetRow> Own(ParentTarget parent, Plan plan) =>
        [.. plan.Targets.Where(target => target.IndexCode == parent.IndexCode && VietnameseText.Fold(target.Content ?? "") == VietnameseText.Fold(parent.Content ?? ""))];
}
