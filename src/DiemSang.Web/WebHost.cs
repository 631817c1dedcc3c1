using DiemSang.Modules;
using DiemSang.Web.Commands;
using DiemSang.Web.Infrastructure.Assets;
using DiemSang.Web.Infrastructure.Errors;
using DiemSang.Web.Infrastructure.Health;
using DiemSang.Web.Infrastructure.Localisation;
using DiemSang.Web.Infrastructure.ModelBinding;
using DiemSang.Web.Infrastructure.Observability;
using DiemSang.Web.Infrastructure.Security;
using DiemSang.Web.Infrastructure.Uploads;
using DiemSang.Web.Pages.Surveys.Answer;
using DiemSang.Web.Pages.Surveys.Kiosk;

namespace DiemSang.Web;

/// <summary>The web host as a table of contents: what is registered, then the pipeline in reading order.</summary>
public static class WebHost
{
    /// <param name="args">Host arguments, such as <c>--urls</c>.</param>
    /// <param name="configure">A last word on the services; tests set the clock here.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        // The program may be started from any folder, and by a test: its files lie beside it.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = "diemsang",
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseStaticWebAssets();
        builder.Host.UseDefaultServiceProvider(options => options.ValidateScopes = options.ValidateOnBuild = true);

        builder.AddObservability();
        builder.AddSecurity();
        builder.AddAccounts();
        builder.AddRequestLimits();
        builder.Services.AddModules(Settings.Database(builder.Configuration), Settings.Files(builder.Configuration));
        builder.Services.AddSingleton(Settings.Mail(builder.Configuration));
        builder.Services.AddSingleton<AnswerThrottle>();
        builder.Services.AddSingleton(builder.Configuration.GetSection("Kiosk").Get<KioskSettings>() ?? new KioskSettings());
        builder.Services.AddScoped<FormFiles>();
        builder.Services.AddHealth();
        builder.Services.AddCompression();
        builder.Services.AddLanguages();
        builder.Services.AddRazorPages(PagePolicies.Apply).AddStrictBinding();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseTrustedProxy();
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<AnswerLane>();
        app.UseErrorPages();
        app.UseHsts();
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseStatusPages();
        app.UseRequestLocalization();
        app.UseRouting();
        app.Use(RequestLog.RememberRoute);
        app.UseBodySizeGuard();
        app.UseAuthentication();
        app.UseMiddleware<OneTapGate>();
        app.UseRateLimiter();
        app.UseMiddleware<ActorGate>();
        app.UseAuthorization();

        app.MapAssets();
        app.MapHealth();
        app.MapRazorPages().WithStaticAssets();
        app.MapUnknownAddresses();
        return app;
    }
}
