using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace DiemSang.Web.Infrastructure.Security;

public static class ProxySetup
{
    /// <summary>
    /// Believes <c>X-Forwarded-For/-Proto/-Host</c> only from the addresses in <c>Proxy__Addresses</c> (separated by spaces or commas):
    /// anyone else could pretend to be another address and slip past the limits.
    /// </summary>
    public static void UseTrustedProxy(this WebApplication app)
    {
        var addresses = (app.Configuration["Proxy:Addresses"] ?? "").Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries);
        if (addresses.Length == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var address in addresses)
        {
            options.KnownProxies.Add(IPAddress.Parse(address));
        }

        app.UseForwardedHeaders(options);
    }
}
