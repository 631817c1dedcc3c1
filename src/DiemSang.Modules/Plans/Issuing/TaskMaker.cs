using DiemSang.Documents.Plans;
using DiemSang.Modules.Shared;

namespace DiemSang.Modules.Plans.Issuing;

/// <summary>A unit's part in a row.</summary>
internal readonly record struct Part(Guid UnitId, Duty Duty, bool IsAccountable);

/// <summary>Makes a task of a clear row: who does it, and the periods up to the end of the year.</summary>
internal static class TaskMaker
{
    public static PlanTask Make(Plan plan, RowClarity clarity, IReadOnlyDictionary<Guid, UnitOnDay> units, TimeProvider clock)
    {
        var task = new PlanTask
        {
            OrganisationId = plan.OrganisationId, PlanId = plan.Id, CreatedAt = clock.GetUtcNow(),
            NeedsEvidence = clarity.Row.IsToBeProved, Direction = ResultWordsFile.Default.DirectionOf(clarity.Row.Target),
        };
        task.Follow(clarity.Row, clarity.IsForAllUnits);
        task.Assignments.AddRange(Parts(clarity, units).Select(part => Assign(task, part)));
        task.Occurrences.AddRange(TaskPeriods.Missing(task, clarity.Row, plan, clock.Today()));
        return task;
    }

    /// <param name="from">First day the unit is asked; null: as long as the plan runs.</param>
    public static Assignment Assign(PlanTask task, Part part, DateOnly? from = null) => new()
    {
        OrganisationId = task.OrganisationId, TaskId = task.Id, UnitId = part.UnitId, Duty = part.Duty, IsAccountable = part.IsAccountable, FollowedFrom = from,
    };

    public static IEnumerable<Part> Parts(RowClarity clarity, IReadOnlyDictionary<Guid, UnitOnDay> units)
    {
        // A lead beside "all units" answers like the others; every unit then answers for its own part.
        var all = units.Values.Where(unit => unit.AnswersForAll).Select(unit => unit.Id).ToList();
        var named = clarity.Leads.Select(lead => lead.UnitId);
        var leads = clarity.IsForAllUnits ? [.. named.Union(all)] : named.ToList();
        var cooperators = clarity.Row.Cooperators.SelectMany(party => party.IsAllUnits ? all : [party.UnitId!.Value]).Distinct().Except(leads);
        return leads.Select(unit => new Part(unit, Duty.Lead, clarity.IsForAllUnits || unit == clarity.AccountableUnitId))
            .Concat(cooperators.Select(unit => new Part(unit, Duty.Cooperate, IsAccountable: false)));
    }
}
