using Microsoft.AspNetCore.ResponseCompression;

namespace DiemSang.Web.Infrastructure.Assets;

public static class AssetsSetup
{
    /// <summary>
    /// Compresses pages as well over https: the only secret in them, the antiforgery token, is masked anew in every response, which is
    /// what a BREACH attack would need to be constant.
    /// </summary>
    public static IServiceCollection AddCompression(this IServiceCollection services) => services.AddResponseCompression(options =>
    {
        options.EnableForHttps = true;
        options.MimeTypes = ["text/html", "text/plain", "text/csv", "application/json", "image/svg+xml"];
        options.Providers.Add<BrotliCompressionProvider>();
        options.Providers.Add<GzipCompressionProvider>();
    });

    /// <summary>Files of wwwroot: compressed and fingerprinted at build time, cached for good, open to everyone.</summary>
    public static void MapAssets(this WebApplication app) => app.MapStaticAssets().AllowAnonymous().DisableRateLimiting();
}
