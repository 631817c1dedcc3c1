using DiemSang.Core.Language;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Reviewing;

/// <summary>A name printed in the plan that no unit has.</summary>
/// <param name="Rows">How many rows name it.</param>
/// <param name="Near">Units that share words with it, for a person to choose from.</param>
public sealed record UnplacedName(string Name, int Rows, IReadOnlyList<Unit> Near);

/// <summary>What a person said about a printed name.</summary>
/// <param name="UnitId">The unit meant; null with <paramref name="IsAllUnits"/>.</param>
/// <param name="Remember">Keep the wording, so that the next plan finds the unit by itself.</param>
public sealed record UnitChoice(string Name, Guid? UnitId, bool IsAllUnits, bool Remember);

/// <summary>Names printed in a draft and the units they stand for, where a person has to say it.</summary>
public sealed class UnitChoices(DiemSangDbContext db, PlanEditing editing, UnitDirectory units)
{
    public async Task<IReadOnlyList<UnplacedName>> UnplacedAsync(Actor actor, Guid planId, CancellationToken cancel = default)
    {
        var names = await UnplacedParties(actor, planId).Select(party => party.PrintedName).ToListAsync(cancel);
        var matcher = await units.MatcherAsync(actor.OrganisationId, cancel);
        return
        [
            .. names.GroupBy(VietnameseText.Fold)
                .OrderByDescending(group => group.Count()).ThenBy(group => group.Key)
                .Select(group => new UnplacedName(group.First(), group.Count(), matcher.Near(group.First()))),
        ];
    }

    public async Task<EditStatus> ChooseAsync(Actor actor, Guid planId, IReadOnlyList<UnitChoice> choices, CancellationToken cancel = default)
    {
        var (plan, refusal) = await editing.LoadAsync(actor, planId, cancel);
        if (plan is null)
        {
            return refusal;
        }

        var open = await units.OpenUnitsAsync(actor.OrganisationId, cancel);
        var parties = await UnplacedParties(actor, planId).AsTracking().ToListAsync(cancel);
        foreach (var choice in choices.Where(choice => choice.IsAllUnits || open.Exists(unit => unit.Id == choice.UnitId)))
        {
            Place(parties, choice);
            if (choice is { Remember: true, IsAllUnits: false })
            {
                await RememberAsync(open.Single(unit => unit.Id == choice.UnitId), choice.Name, cancel);
            }
        }

        return await editing.SaveAsync(actor, "plans.choose-units", cancel);
    }

    /// <summary>A unit that the organisation has and the product did not know yet.</summary>
    /// <returns>The new unit, or the open one that already has this name; null when this person may not.</returns>
    public async Task<Unit?> AddUnitAsync(Actor actor, string name, string shortName, UnitKind kind, CancellationToken cancel = default)
    {
        if (!actor.MayEditPlans())
        {
            return null;
        }

        var open = await units.OpenUnitsAsync(actor.OrganisationId, cancel);
        if (open.Find(unit => unit.NameFolded == VietnameseText.Fold(name)) is { } known)
        {
            return known;
        }

        var unit = new Unit(actor.OrganisationId, name, shortName, kind, open.Count == 0 ? 0 : open.Max(other => other.SortOrder) + 1);
        db.Units.Add(unit);
        await db.SaveAsync(actor.To("plans.add-unit"), cancel);
        return unit;
    }

    private static void Place(IEnumerable<Party> parties, UnitChoice choice)
    {
        var folded = VietnameseText.Fold(choice.Name);
        foreach (var party in parties.Where(party => VietnameseText.Fold(party.PrintedName) == folded))
        {
            party.UnitId = choice.IsAllUnits ? null : choice.UnitId;
            party.IsAllUnits = choice.IsAllUnits;
        }
    }

    private async Task RememberAsync(Unit unit, string name, CancellationToken cancel)
    {
        var folded = VietnameseText.Fold(name);
        if (!await db.UnitNames.AnyAsync(known => known.OrganisationId == unit.OrganisationId && known.UnitId == unit.Id && known.NameFolded == folded, cancel))
        {
            db.UnitNames.Add(new UnitName(unit, name, UnitNameKind.Wording));
        }
    }

    private IQueryable<Party> UnplacedParties(Actor actor, Guid planId) =>
        db.PlanRows.AsNoTracking()
            .Where(row => row.OrganisationId == actor.OrganisationId && row.PlanId == planId && row.WithdrawnAt == null)
            .SelectMany(row => row.Parties)
            .Where(party => party.UnitId == null && !party.IsAllUnits);
}
