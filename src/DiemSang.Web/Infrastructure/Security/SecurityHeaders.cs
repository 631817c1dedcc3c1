namespace DiemSang.Web.Infrastructure.Security;

/// <summary>Headers that make a browser trust only what this host sends as files: no inline script or style, no frames, no sniffing.</summary>
public static class SecurityHeaders
{
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        context.Response.OnStarting(() =>
        {
            KeepPrivatePagesOutOfCaches(context);
            return Task.CompletedTask;
        });
        return next(context);
    });

    /// <summary>For content that people brought: whatever it is, it runs nothing, loads nothing and is no page of ours.</summary>
    public static void ForbidEverything(this HttpResponse response) => response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

    /// <summary>Office computers are shared: what a signed-in person saw must not come back from a cache after signing out.</summary>
    private static void KeepPrivatePagesOutOfCaches(HttpContext context)
    {
        if (context.User.Identity?.IsAuthenticated == true && context.Response.Headers.CacheControl.Count == 0)
        {
            context.Response.Headers.CacheControl = "no-store";
        }
    }
}
