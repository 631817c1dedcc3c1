using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using DiemSang.Tests.TestData;
using DiemSang.Web.Tests.Hosting;
using Npgsql;

namespace DiemSang.Web.Tests.Surveys;

/// <summary>Real processes killed in the middle of a flood: what was acknowledged is there, and what was sent again is there once.</summary>
public sealed class DurabilityTests
{
    private const int Senders = 6;

    /// <summary>Counted, not timed: a busy machine takes its time, and the kill must come in the middle of real answers.</summary>
    private const int AnswersBeforeKill = 15;
    private static readonly (string, string)[] Satisfied = [("a.s_1", "4"), ("a.s_2", "5"), ("a.s_3", "3"), ("a.s_4", "98"), ("a.s_5", "4")];

    [Fact]
    public async Task Flood_ProgramThenServerKilled_LosesNothingAcknowledgedAndStoresNothingTwice()
    {
        using var cluster = PostgresCluster.Durable();
        await using var database = await TestDatabase.CreateOnAsync(cluster);
        var ward = await database.AddOrganisationAsync();
        var sample = await SurveySample.AddAsync(database, ward, await database.AddPersonAsync(ward), "mot_cua");
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var flood = new Flood(address, $"/surveys/answer/{sample.Code}");

        var program = await StartAsync(database, address);
        await flood.RunAsync(AnswersBeforeKill, program.Kill);
        program.Dispose();
        using (program = await StartAsync(database, address))
        {
            await flood.SendAgainAsync();
            await flood.RunAsync(AnswersBeforeKill, cluster.KillAndStart);
            NpgsqlConnection.ClearAllPools();
            await flood.SendAgainAsync();
            program.Kill();
        }

        var stored = await StoredAsync(database);
        flood.Acknowledged.Count.ShouldBeGreaterThanOrEqualTo(2 * AnswersBeforeKill);
        flood.Acknowledged.Keys.Except(stored).ShouldBeEmpty("acknowledged, but not there");
        stored.Count.ShouldBe(stored.Distinct().Count(), "stored twice");
    }

    private static async Task<List<string>> StoredAsync(TestDatabase database)
    {
        await using var connection = new NpgsqlConnection(database.Connections.Owner);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select answers ->> 'gop_y' from surveys.response", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var stored = new List<string>();
        while (await reader.ReadAsync())
        {
            stored.Add(reader.GetString(0));
        }

        return stored;
    }

    /// <summary>The program as an operator starts it.</summary>
    private static async Task<Process> StartAsync(TestDatabase database, Uri address)
    {
        var program = Path.Combine(Repository.Root, "artifacts", "bin", "DiemSang.Web", "debug", "diemsang.dll");
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, "serve", "--urls", address.ToString()])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
            Environment =
            {
                ["ConnectionStrings__Main"] = database.Connections.Owner, ["DIEMSANG_FILES"] = database.FilesFolder, ["DIEMSANG_HOME"] = Repository.Root,
                ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Logging__LogLevel__Default"] = "Error",
                ["Limits__RequestsPerMinute"] = "1000000", ["Limits__AnswersPerDevicePerMinute"] = "1000000", ["Limits__AnswersPerAddressPerMinute"] = "1000000",
            },
        })!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = WebApp.NewClient(address);
        for (var tries = 0; tries < 300; tries++)
        {
            try
            {
                await client.GetAsync("/access/sign-in");
                return process;
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

    /// <summary>Citizens who fill in form after form; each remembers the last page it could not get acknowledged, and sends it again later.</summary>
    private sealed class Flood(Uri address, string path)
    {
        private readonly ConcurrentDictionary<string, WebPage> _unsure = new();

        public ConcurrentDictionary<string, bool> Acknowledged { get; } = new();

        /// <summary>Kills when this many more answers were acknowledged, others still being on their way.</summary>
        public async Task RunAsync(int answers, Action kill)
        {
            var enough = Acknowledged.Count + answers;
            using var over = new CancellationTokenSource();
            var senders = Enumerable.Range(0, Senders).Select(_ => Task.Run(() => SendAsync(over.Token))).ToList();
            for (var tries = 0; Acknowledged.Count < enough; tries++)
            {
                tries.ShouldBeLessThan(600, "the program answers nobody");
                await Task.Delay(100);
            }

            await Task.Run(kill);
            await over.CancelAsync();
            await Task.WhenAll(senders);
        }

        public async Task SendAgainAsync()
        {
            foreach (var (mark, page) in _unsure)
            {
                for (var tries = 0; !await TrySendAsync(mark, page); tries++)
                {
                    tries.ShouldBeLessThan(50, "never acknowledged");
                    await Task.Delay(200);
                }
            }

            _unsure.Clear();
        }

        private async Task SendAsync(CancellationToken over)
        {
            using var phone = WebApp.NewClient(address);
            while (!over.IsCancellationRequested)
            {
                try
                {
                    var second = await phone.FillInAsync(path, ("a.viec", "1"));
                    var scale = await phone.SubmitAsync(path, second, "#answers");
                    var last = await phone.SubmitAsync(path, scale, "#answers", Satisfied);
                    var mark = Guid.NewGuid().ToString("N");
                    if (!await TrySendAsync(mark, last))
                    {
                        _unsure[mark] = last;
                    }
                }
                catch (Exception trouble) when (trouble is HttpRequestException or InvalidOperationException)
                {
                    await Task.Delay(50, CancellationToken.None);
                }
            }
        }

        private async Task<bool> TrySendAsync(string mark, WebPage page)
        {
            try
            {
                using var phone = WebApp.NewClient(address);
                var isStored = (await phone.SubmitAsync(path, page, "#answers", ("a.gop_y", mark))).Status == HttpStatusCode.Redirect;
                return isStored && (Acknowledged[mark] = true);
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }
    }
}
