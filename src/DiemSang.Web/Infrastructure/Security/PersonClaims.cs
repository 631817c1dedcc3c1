using System.Security.Claims;

namespace DiemSang.Web.Infrastructure.Security;

/// <summary>What the layout and the gates read of the signed-in person's cookie.</summary>
public static class PersonClaims
{
    public const string PersonName = "diemsang:person-name";
    public const string OrganisationName = "diemsang:organisation-name";
    public const string MustChangePassword = "diemsang:must-change-password";

    public static string PersonNameOf(this ClaimsPrincipal user) => user.FindFirstValue(PersonName) ?? user.Identity?.Name ?? "";

    public static string? OrganisationNameOf(this ClaimsPrincipal user) => user.FindFirstValue(OrganisationName);

    public static bool HasFirstPassword(this ClaimsPrincipal user) => user.HasClaim(claim => claim.Type == MustChangePassword);
}
