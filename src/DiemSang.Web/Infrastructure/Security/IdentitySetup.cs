using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;

namespace DiemSang.Web.Infrastructure.Security;

public static class IdentitySetup
{
    /// <summary>Accounts with password, authenticator codes and passkeys; a person who has left cannot sign in by any of them.</summary>
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        builder.Services.AddIdentityCore<Account>(Configure)
            .AddEntityFrameworkStores<DiemSangDbContext>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddErrorDescriber<AccountErrors>()
            .AddClaimsPrincipalFactory<AccountClaims>()
            .AddUserConfirmation<StillHere>();
        builder.Services.AddScoped<AccountKeeper>();
        builder.Services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.ServerDomain = builder.Configuration["Passkeys:Domain"];
            options.ResidentKeyRequirement = "required";
            options.UserVerificationRequirement = "required";
        });
        builder.Services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(5));
        builder.Services.Configure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, options =>
        {
            options.Cookie.Name = "diemsang.session";
            options.ExpireTimeSpan = TimeSpan.FromHours(10);
            options.Events.OnRedirectToLogin = AskToSignIn;
            options.Events.OnRedirectToAccessDenied = Refuse;
        });
        builder.Services.AddDataProtection().SetApplicationName("diemsang");
        builder.Services.AddOptions<KeyManagementOptions>().Configure<IServiceProvider>((options, services) =>
            options.XmlRepository = ActivatorUtilities.CreateInstance<DatabaseKeyRing>(services));
    }

    /// <summary>
    /// Length against guessing, no rules about kinds of characters that people answer with "Abc@1234"; five wrong tries close the
    /// account for a quarter of an hour.
    /// </summary>
    private static void Configure(IdentityOptions options)
    {
        options.Password = new PasswordOptions
        {
            RequiredLength = PasswordLength,
            RequiredUniqueChars = 5,
            RequireDigit = false,
            RequireLowercase = false,
            RequireUppercase = false,
            RequireNonAlphanumeric = false,
        };
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        options.SignIn.RequireConfirmedAccount = true;
    }

    public const int PasswordLength = 10;

    /// <summary>htmx follows redirects unseen and would put the sign-in page into a corner of this one; it is told to leave instead.</summary>
    private static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.Headers.ContainsKey("HX-Request"))
        {
            context.Response.Headers["HX-Redirect"] = "/access/sign-in";
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }

        return Task.CompletedTask;
    }

    /// <summary>A page that is not for this person answers 403 where it stands, not by sending them somewhere else.</summary>
    private static Task Refuse(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}

/// <summary>An account opens only while its person is here.</summary>
public sealed class StillHere(ActorFinder people) : IUserConfirmation<Account>
{
    public async Task<bool> IsConfirmedAsync(UserManager<Account> manager, Account user) => await people.FindAsync(user.Id) is not null;
}
