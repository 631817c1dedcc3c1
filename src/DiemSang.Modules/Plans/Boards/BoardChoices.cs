using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Boards;

public sealed record BoardChoice(Guid Id, string Name);

/// <summary>What a person may narrow the board to.</summary>
public sealed record BoardChoicesFound(IReadOnlyList<BoardChoice> Units, IReadOnlyList<BoardChoice> People, IReadOnlyList<BoardChoice> Plans, IReadOnlyList<string> Indices);

/// <summary>Only units, people, plans and indices that have tasks: a choice that finds nothing is no choice.</summary>
public sealed class BoardChoices(DiemSangDbContext db)
{
    public async Task<BoardChoicesFound> FindAsync(Actor actor, CancellationToken cancel = default)
    {
        var mine = actor.UnitIds.ToArray();
        var parts = db.Assignments.Where(part => part.OrganisationId == actor.OrganisationId && part.Duty == Duty.Lead)
            .Where(part => actor.SeesWholeOrganisation || mine.Contains(part.UnitId));
        var units = await db.Units
            .Where(unit => unit.OrganisationId == actor.OrganisationId && parts.Any(part => part.UnitId == unit.Id))
            .OrderBy(unit => unit.SortOrder).ThenBy(unit => unit.NameFolded)
            .Select(unit => new BoardChoice(unit.Id, unit.Name)).ToListAsync(cancel);
        var people = await db.People
            .Where(person => person.OrganisationId == actor.OrganisationId && parts.Any(part => part.PersonId == person.Id))
            .OrderBy(person => person.SortName)
            .Select(person => new BoardChoice(person.Id, person.FullName)).ToListAsync(cancel);
        var plans = await db.Plans
            .Where(plan => plan.OrganisationId == actor.OrganisationId && plan.State == PlanState.Issued)
            .OrderByDescending(plan => plan.IssuedOn).ToListAsync(cancel);
        string[] indices = [.. plans.SelectMany(plan => plan.Indices).Distinct()];
        return new BoardChoicesFound(units, people, [.. plans.Select(plan => new BoardChoice(plan.Id, $"{plan.Number}/{plan.Symbol} – {plan.Title}"))], indices);
    }
}
