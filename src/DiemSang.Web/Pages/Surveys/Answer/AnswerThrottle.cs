using System.Threading.RateLimiting;
using DiemSang.Web.Infrastructure.Security;

namespace DiemSang.Web.Pages.Surveys.Answer;

/// <summary>
/// Slows floods of answers. A one-stop centre, a village or a mobile network may share one address, so the tight limit is on address and
/// device together and the address alone has a wide one. A form counts once, whoever asks about its request: the lane, then the page.
/// </summary>
public sealed class AnswerThrottle(LimitSettings settings) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _byDevice = PerMinute(settings.AnswersPerDevicePerMinute);
    private readonly PartitionedRateLimiter<string> _byAddress = PerMinute(settings.AnswersPerAddressPerMinute);

    public bool Allows(HttpContext http, string device)
    {
        if (http.Items.TryGetValue(this, out var told))
        {
            return told is true;
        }

        using var fromDevice = _byDevice.AttemptAcquire(device);
        using var fromAddress = _byAddress.AttemptAcquire(http.Connection.RemoteIpAddress?.ToString() ?? "");
        var allows = fromDevice.IsAcquired && fromAddress.IsAcquired;
        http.Items[this] = allows;
        return allows;
    }

    public void Dispose()
    {
        _byDevice.Dispose();
        _byAddress.Dispose();
    }

    private static PartitionedRateLimiter<string> PerMinute(int permits) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetSlidingWindowLimiter(key, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = permits, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6,
        }));
}
