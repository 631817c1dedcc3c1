using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.RateLimiting;

namespace DiemSang.Web.Infrastructure.Security;

/// <summary>How much one person or address may ask for. Settings: <c>Limits__…</c>.</summary>
public sealed record LimitSettings
{
    public int RequestsPerMinute { get; init; } = 600;

    public int UploadsPerMinute { get; init; } = 20;

    /// <summary>Tries from one address; an office may share one, so a single account has its own, lower limit and its lockout.</summary>
    public int SignInsPerAddressPerFiveMinutes { get; init; } = 60;

    public int SignInsPerAccountPerFiveMinutes { get; init; } = 15;

    /// <summary>Survey answers sent from one device at one address. A kiosk's visitors take longer than this allows.</summary>
    public int AnswersPerDevicePerMinute { get; init; } = 30;

    /// <summary>Survey answers from one address, which a one-stop centre or a mobile network may share.</summary>
    public int AnswersPerAddressPerMinute { get; init; } = 300;

    /// <summary>Largest body of an ordinary form, in bytes; pages that take files raise it with <c>[RequestSizeLimit]</c>.</summary>
    public long FormBytes { get; init; } = 2 * 1024 * 1024;
}

public static class RequestLimits
{
    public static void AddRequestLimits(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("Limits").Get<LimitSettings>() ?? new LimitSettings();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = settings.FormBytes;
        });
        builder.Services.AddSingleton(settings).AddSingleton<SignInThrottle>();
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = TellWhenToComeBack;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => PerMinute(context, settings.RequestsPerMinute));
            limiter.AddPolicy(Policies.Uploads, context => HttpMethods.IsPost(context.Request.Method)
                ? PerMinute(context, settings.UploadsPerMinute)
                : RateLimitPartition.GetNoLimiter("reading"));
        });
    }

    /// <summary>
    /// Says 413 before a byte is read. Without this an oversized form fails inside the antiforgery check and looks like an expired page.
    /// </summary>
    public static void UseBodySizeGuard(this WebApplication app) => app.Use((context, next) =>
    {
        // The error page stands in for the refused request, whose length it still sees.
        var isErrorPage = context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        if (!isErrorPage && context.Request.ContentLength > context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        return next(context);
    });

    private static RateLimitPartition<string> PerMinute(HttpContext context, int permits) =>
        RateLimitPartition.GetSlidingWindowLimiter(WhoAsks(context), _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = TimeSpan.FromMinutes(1),
            SegmentsPerWindow = 6,
        });

    private static string WhoAsks(HttpContext context) =>
        context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? context.Connection.RemoteIpAddress?.ToString() ?? "unknown";

    private static ValueTask TellWhenToComeBack(OnRejectedContext context, CancellationToken cancel)
    {
        if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
        {
            context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return ValueTask.CompletedTask;
    }
}
