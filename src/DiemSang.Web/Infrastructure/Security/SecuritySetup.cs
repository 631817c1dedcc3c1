using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;

namespace DiemSang.Web.Infrastructure.Security;

public static class SecuritySetup
{
    /// <summary>Closed by default: a page is for signed-in people unless it says <c>[AllowAnonymous]</c>, and every form carries its token.</summary>
    public static void AddSecurity(this WebApplicationBuilder builder)
    {
        var secure = builder.Configuration.GetValue("Security:RequireHttps", !builder.Environment.IsDevelopment())
            ? CookieSecurePolicy.Always
            : CookieSecurePolicy.SameAsRequest;
        builder.Services.AddAuthorizationBuilder().AddPolicies();
        builder.Services.PostConfigureAll<CookieAuthenticationOptions>(options =>
        {
            Harden(options.Cookie, secure);
            options.LoginPath = "/access/sign-in";
            options.ReturnUrlParameter = "returnUrl";
        });
        builder.Services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "diemsang.form";
            Harden(options.Cookie, secure);
            options.SuppressXFrameOptionsHeader = true;
        });
        builder.Services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = "diemsang.flash";
            Harden(options.Cookie, secure);
        });
        builder.Services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
    }

    private static void Harden(CookieBuilder cookie, CookieSecurePolicy secure)
    {
        cookie.HttpOnly = true;
        cookie.IsEssential = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = secure;
    }
}
