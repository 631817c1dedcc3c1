using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DiemSang.Core.Surveys.Integrity;
using DiemSang.Core.Surveys.Questionnaires;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Surveys;
using DiemSang.Modules.Surveys.Collecting;
using DiemSang.Modules.Surveys.Keeping;
using DiemSang.Tests.TestData;
using DiemSang.Web;
using DiemSang.Web.Pages.Surveys.Answer;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Benchmarks;

/// <summary>
/// <c>./dev bench survey-submissions [SECONDS]</c>: complete 39-item forms sent over HTTP by 32 clients to the public page, against PostgreSQL's
/// own rate of single-row inserts of the same row by 32 clients (pgbench), in turns on one server that commits to disk. Program, clients and
/// database share the machine.
/// </summary>
internal static partial class SurveySubmissions
{
    private const int Clients = 32;
    private const int Items = 39;
    private const int Turns = 3;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var time = TimeSpan.FromSeconds(arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 8);
        using var cluster = PostgresCluster.Durable();
        await using var database = await TestDatabase.CreateOnAsync(cluster);
        var target = await TargetAsync(database);
        await using var host = WebHost.Build(
        [
            "--urls=http://127.0.0.1:0", "--environment=Production", "--Security:RequireHttps=false", "--Logging:LogLevel:Default=Error",
            $"--ConnectionStrings:Main={database.Connections.Owner}", $"--ConnectionStrings:Application={database.Connections.Application}", $"--DIEMSANG_FILES={database.FilesFolder}",
            "--Limits:RequestsPerMinute=100000000", "--Limits:AnswersPerDevicePerMinute=100000000", "--Limits:AnswersPerAddressPerMinute=100000000",
        ]);
        await host.StartAsync();
        var (best, rival) = (new List<double>(), new List<double>());
        await SendAsync(host, target, TimeSpan.FromSeconds(3));
        for (var turn = 0; turn < Turns; turn++)
        {
            rival.Add(await PgbenchAsync(cluster, target, time));
            var (rate, p99) = await SendAsync(host, target, time);
            best.Add(rate);
            Console.WriteLine(FormattableString.Invariant($"Turn {turn + 1}: pgbench {rival[^1]:F0} inserts/s; Điểm Sáng {rate:F0} submissions/s, p99 {p99:F0} ms"));
        }

        Console.WriteLine(FormattableString.Invariant($"Median: Điểm Sáng {Median(best):F0}/s, pgbench {Median(rival):F0}/s, {Median(best) / Median(rival):F2} times"));
        await host.StopAsync();
        return 0;
    }

    private static async Task<Target> TargetAsync(TestDatabase database)
    {
        var ward = await database.AddOrganisationAsync();
        var focal = await database.AddPersonAsync(ward);
        await using var scope = database.Scope(ward.Id);
        var keeper = scope.ServiceProvider.GetRequiredService<SurveyKeeper>();
        var actor = new Actor(ward.Id, focal.Id, focal.FullName, [new HeldRole(Role.Focal, null, false)]);
        var survey = await keeper.FoundAsync(actor, "39 nội dung", Form(), "Liên kết chung");
        var opened = (await scope.ServiceProvider.GetRequiredService<SurveyList>().FindAsync(actor, survey.Id))!;
        var wave = new Wave(survey, "Đợt đo", new DateOnly(2025, 1, 1), new DateOnly(2099, 1, 1), [CollectionChannel.Web]);
        await keeper.PlanAsync(actor, wave);
        await keeper.OpenAsync(actor, wave);
        return new Target(ward.Id, wave.Id, opened.Points[0].Id, opened.Points[0].Code);
    }

    private static Questionnaire Form() => new()
    {
        Code = "bench", Version = "1", Title = new("39 nội dung"),
        Sections = [new Section("D", new("Hài lòng"), [new Question
        {
            Code = "q9", Kind = QuestionKind.Matrix, Text = new("Hài lòng ở mức nào?"), IsRequired = true,
            Choices = [.. Enumerable.Range(1, 5).Select(point => new Choice($"{point}", new($"Mức {point}")))],
            Rows = [.. Enumerable.Range(1, Items).Select(row => new Choice($"{row}", new($"Nội dung {row}")))],
        }])],
    };

    /// <summary>The last page of a form on which everything else has been answered: the request that submits all 39 answers.</summary>
    private static async Task<(double Rate, double P99)> SendAsync(WebApplication host, Target target, TimeSpan time)
    {
        var seal = host.Services.GetRequiredService<AnswerSeal>();
        var last = FormPage.Of(Form())[^1].Variables.ToList();
        var before = Answers().Where(answer => !last.Contains(answer.Key)).ToDictionary();
        var fields = string.Concat(last.Select(variable => $"&{PostedAnswers.FieldOf(variable)}=4"));
        var address = new Uri($"{host.Urls.First()}/surveys/answer/{target.Code}");
        var latencies = new List<double>[Clients];
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(async client =>
        {
            var own = latencies[client] = new List<double>(100_000);
            using var http = new HttpMessageInvoker(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(30) });
            while (clock.Elapsed < time)
            {
                var state = seal.Seal(new AnswerState(target.Wave, target.Point, Guid.CreateVersion7(), Guid.NewGuid(), DateTimeOffset.UtcNow, null, 3, before));
                using var request = new HttpRequestMessage(HttpMethod.Post, address)
                {
                    Content = new StringContent($"go=next&state={state}{fields}", null, "application/x-www-form-urlencoded"),
                };
                var started = Stopwatch.GetTimestamp();
                using var answer = await http.SendAsync(request, CancellationToken.None);
                own.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                if (answer.StatusCode != System.Net.HttpStatusCode.Redirect)
                {
                    throw new InvalidOperationException($"Not stored: {answer.StatusCode}");
                }
            }
        }));
        var all = latencies.SelectMany(own => own).Order().ToList();
        return (all.Count / clock.Elapsed.TotalSeconds, all[(int)(all.Count * 0.99)]);
    }

    private static async Task<double> PgbenchAsync(PostgresCluster cluster, Target target, TimeSpan time)
    {
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, $"""
            insert into surveys.response (organisation_id, id, wave_id, submission_key, point_id, channel, device, language, started_at, finished_at, answers)
            values ('{target.Organisation}', gen_random_uuid(), '{target.Wave}', gen_random_uuid(), '{target.Point}', 'web', '0123456789abcdef', 'vi', now(), now(), '{JsonSerializer.Serialize(Answers())}');
            """);
        try
        {
            var to = new Npgsql.NpgsqlConnectionStringBuilder(cluster.ConnectionTo("postgres"));
            var start = new ProcessStartInfo(
                "pgbench",
                ["-n", "-M", "prepared", "-c", $"{Clients}", "-j", "2", "-T", $"{(int)time.TotalSeconds}", "-f", script, "-h", to.Host!, "-p", $"{to.Port}", "-U", to.Username!, to.Database!])
            {
                RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["PGPASSWORD"] = to.Password },
            };
            using var process = Process.Start(start)!;
            _ = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            return double.Parse(Tps().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);
        }
        finally
        {
            File.Delete(script);
        }
    }

    private static Dictionary<string, string> Answers() => Enumerable.Range(1, Items).ToDictionary(row => $"q9_{row}", _ => "4");

    private static double Median(List<double> numbers) => numbers.Order().ElementAt(numbers.Count / 2);

    [GeneratedRegex(@"tps = ([0-9.]+)")]
    private static partial Regex Tps();

    private sealed record Target(Guid Organisation, Guid Wave, Guid Point, string Code);
}
