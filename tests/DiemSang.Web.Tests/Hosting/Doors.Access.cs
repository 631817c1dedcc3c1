using DiemSang.Modules.Access;

namespace DiemSang.Web.Tests.Hosting;

public static partial class Doors
{
    private static IEnumerable<Door> Access =>
    [
        new("access/sign-in", Audience.Everyone),
        new("access/sign-in/code", Audience.Everyone),
        new("access/sign-in/forgotten", Audience.Everyone),
        new("access/sign-out", Audience.SignedIn),
        new("access/my-account", Audience.SignedIn),
        new("access/my-account/password", Audience.SignedIn),
        new("access/my-account/authenticator", Audience.SignedIn),
        new("access/my-account/passkeys", Audience.SignedIn),
        new("access/units", Audience.SignedIn),
        new("access/units/{id:guid}", Audience.SignedIn, Unit()),
        new("access/units/add", Audience.Administrators),
        new("access/units/{id:guid}/rename", Audience.Administrators, Unit("/rename")),
        new("access/units/{id:guid}/close", Audience.Administrators, Unit("/close")),
        new("access/people", Audience.SignedIn),
        new("access/people/{id:guid}", Audience.SignedIn, Person()),
        new("access/people/add", Audience.Administrators),
        new("access/people/{id:guid}/change", Audience.Administrators, Person("/change")),
        new("access/people/{id:guid}/role", Audience.Administrators, Person("/role")),
        new("access/people/{id:guid}/password", Audience.Administrators, Person("/password")),
        new("access/people/{id:guid}/leave", Audience.Administrators, Person("/leave")),
        new("access/mandates", Audience.Administrators),
        new("access/mandates/add", Audience.Administrators),
    ];

    private static Func<WebApp, string> Unit(string rest = "") => app => $"access/units/{app.Division.Id}{rest}";

    private static Func<WebApp, string> Person(string rest = "") => app => $"access/people/{app.PersonWith(Role.Member).Id}{rest}";
}
