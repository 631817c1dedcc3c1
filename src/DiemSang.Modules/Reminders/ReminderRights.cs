using DiemSang.Modules.Access;

namespace DiemSang.Modules.Reminders;

public static class ReminderRights
{
    /// <summary>Those who run the plan, and the leaders; a head urges the own unit's people.</summary>
    public static bool MayUrge(this Actor actor, Guid unitId) => actor.IsFocal || actor.IsLeader || actor.Leads(unitId);
}
