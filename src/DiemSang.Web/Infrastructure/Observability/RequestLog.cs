using System.Diagnostics;
using Microsoft.AspNetCore.StaticAssets;

namespace DiemSang.Web.Infrastructure.Observability;

/// <summary>
/// One line per request that is not for a file of wwwroot: method, route, status, time and trace. The route's pattern stands for the address, because addresses and
/// query strings may hold names and case codes.
/// </summary>
public sealed partial class RequestLog(RequestDelegate next, TimeProvider clock, ILogger<RequestLog> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var start = clock.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            {
                Write(log, context.Request.Method, RouteOf(context), context.Response.StatusCode, (long)clock.GetElapsedTime(start).TotalMilliseconds, context.TraceId());
            }
        }
    }

    /// <summary>Placed after routing: an error page that stands in later does not hide which page was asked for.</summary>
    public static Task RememberRoute(HttpContext context, RequestDelegate next)
    {
        RememberRoute(context, (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);
        return next(context);
    }

    public static void RememberRoute(HttpContext context, string? route) => context.Items.TryAdd(typeof(RequestLog), route);

    private static string RouteOf(HttpContext context) => context.Items[typeof(RequestLog)] as string ?? "-";

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Route} {Status} in {Milliseconds} ms, trace {TraceId}")]
    private static partial void Write(ILogger log, string method, string route, int status, long milliseconds, string traceId);
}

public static class TraceIds
{
    /// <summary>The id that joins a person's error page, the log and the trace.</summary>
    public static string TraceId(this HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
}
