using DiemSang.Modules.Access;

namespace DiemSang.Modules.Plans.Issuing;

public static class IssuingRights
{
    /// <summary>The focal official issues on behalf of the leader who signed, or the leader does.</summary>
    public static bool MayIssuePlans(this Actor actor) => actor.IsFocal || actor.IsLeader;
}
