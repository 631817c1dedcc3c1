namespace DiemSang.Web;

/// <summary>The web host as a table of contents: what is registered, then the pipeline in reading order.</summary>
public static class WebHost
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddRazorPages();

        var app = builder.Build();
        app.MapRazorPages();
        return app;
    }
}
