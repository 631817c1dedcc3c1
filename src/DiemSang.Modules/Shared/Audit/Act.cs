namespace DiemSang.Modules.Shared.Audit;

/// <summary>Who did what, and why: handed to every save and kept with what changed.</summary>
/// <param name="PersonId">Null for the system itself (imports at start, scheduled work).</param>
/// <param name="Verb">Module and verb: "plans.issue", "access.rename-unit".</param>
/// <param name="Reason">In the person's own words, where the screen asks for it.</param>
public sealed record Act(Guid OrganisationId, Guid? PersonId, string PersonName, string Verb, string? Reason = null)
{
    public static Act BySystem(Guid organisationId, string verb) => new(organisationId, null, "Hệ thống", verb);
}
