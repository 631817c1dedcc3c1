using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using DiemSang.Tests.TestData;

namespace DiemSang.Benchmarks.Submissions;

/// <summary>The web program in a process of its own, with the settings it is published with; only the limits against floods are lifted.</summary>
internal sealed class PublishedProgram : IDisposable
{
    private const string Plenty = "100000000";
    private readonly Process _process;

    private PublishedProgram(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }
    public int ProcessId => _process.Id;

    public static async Task<PublishedProgram> StartAsync(TestDatabase database)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        // Built with this program, into the folder beside it.
        var file = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "DiemSang.Web", "release", "diemsang.dll"));
        var process = Process.Start(new ProcessStartInfo("dotnet", [file, "serve", "--urls", address.ToString()])
        {
            Environment =
            {
                ["ConnectionStrings__Main"] = database.Connections.Owner, ["ConnectionStrings__Application"] = database.Connections.Application,
                ["DIEMSANG_FILES"] = database.FilesFolder, ["ASPNETCORE_ENVIRONMENT"] = "Production", ["Security__RequireHttps"] = "false",
                ["Logging__LogLevel__Default"] = "Warning", ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Warning",
                ["Limits__RequestsPerMinute"] = Plenty, ["Limits__AnswersPerDevicePerMinute"] = Plenty, ["Limits__AnswersPerAddressPerMinute"] = Plenty,
            },
        })!;
        var program = new PublishedProgram(process, address);
        await program.WaitAsync();
        return program;
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task WaitAsync()
    {
        using var client = new HttpClient { BaseAddress = Address };
        for (var tries = 0; tries < 600; tries++)
        {
            try
            {
                await client.GetAsync("/access/sign-in");
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100);
            }
        }

        throw new InvalidOperationException("The program did not start.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
