using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace DiemSang.Web.Infrastructure.Offline;

/// <summary>Which pages the service worker (wwwroot/sw.js) may keep for use without a line: those that say so, for a person who has signed in.</summary>
public static class OfflinePages
{
    public const string Header = "X-Keep-Offline";

    public static void MayBeKept(this HttpContext context)
    {
        if (context.User.HasSession())
        {
            context.Response.Headers[Header] = "yes";
        }
    }

    /// <summary>False for the holder of a one-tap link, who cannot sign out and so could not make the phone forget.</summary>
    public static bool HasSession(this ClaimsPrincipal user) => user.Identity?.AuthenticationType == IdentityConstants.ApplicationScheme;
}
