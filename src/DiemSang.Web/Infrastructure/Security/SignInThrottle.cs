using System.Threading.RateLimiting;
using DiemSang.Core.Language;

namespace DiemSang.Web.Infrastructure.Security;

/// <summary>Slows guessing of passwords, from one address over many accounts and from many addresses on one account.</summary>
public sealed class SignInThrottle(LimitSettings settings) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _byAddress = Limiter(settings.SignInsPerAddressPerFiveMinutes);
    private readonly PartitionedRateLimiter<string> _byAccount = Limiter(settings.SignInsPerAccountPerFiveMinutes);

    public bool Allows(string? address, string? account)
    {
        using var fromHere = _byAddress.AttemptAcquire(address ?? "unknown");
        using var toThis = _byAccount.AttemptAcquire(VietnameseText.Fold(account ?? ""));
        return fromHere.IsAcquired && toThis.IsAcquired;
    }

    public void Dispose()
    {
        _byAddress.Dispose();
        _byAccount.Dispose();
    }

    private static PartitionedRateLimiter<string> Limiter(int permits) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = TimeSpan.FromMinutes(5),
        }));
}
