using DiemSang.Modules.Access;

namespace DiemSang.Modules.Scorecards;

/// <summary>Who may do what with criteria sets, rounds and sheets of the own organisation.</summary>
public static class ScorecardRights
{
    /// <summary>Writes sets, opens rounds, moves days, imports figures.</summary>
    public static bool MayKeepRounds(this Actor actor) => actor.IsFocal || actor.IsLeader;

    /// <summary>The focal official keeps the whole sheet; people of a unit score what their unit leads or supports.</summary>
    public static bool MayScore(this Actor actor, IEnumerable<CriterionDuty> duties) => actor.IsFocal || duties.Any(duty => actor.WorksIn(duty.UnitId));

    /// <summary>Checks the sheet, hands it in, publishes a round.</summary>
    public static bool MayApprove(this Actor actor) => actor.IsLeader;

    /// <summary>The focal official appraises everything, people of the appraising unit what the set gives their unit.</summary>
    /// <param name="unitId">Unit of the keeper that the set names for this criterion; null where it names none, or none of this organisation.</param>
    public static bool MayAppraise(this Actor actor, Guid? unitId) => actor.IsFocal || (unitId is { } unit && actor.WorksIn(unit));
}
