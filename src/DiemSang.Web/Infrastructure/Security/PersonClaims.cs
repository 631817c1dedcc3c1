using System.Security.Claims;

namespace DiemSang.Web.Infrastructure.Security;

/// <summary>What the layout and the policies read of the signed-in person.</summary>
public static class PersonClaims
{
    public const string PersonName = "diemsang:person-name";
    public const string OrganisationName = "diemsang:organisation-name";

    public static string PersonNameOf(this ClaimsPrincipal user) => user.FindFirstValue(PersonName) ?? user.Identity?.Name ?? "";

    public static string? OrganisationNameOf(this ClaimsPrincipal user) => user.FindFirstValue(OrganisationName);
}
