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
using DiemSang.Web.Pages.Surveys.Answer;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Benchmarks.Submissions;

/// <summary>
/// <c>./dev bench survey-submissions [SECONDS]</c>: complete 39-item forms sent over HTTP by 32 clients (wrk) to the public page, against
/// PostgreSQL's own rate of single-row inserts of the same row by 32 clients (pgbench), in turns on one server that commits to disk. Both rivals
/// are light C programs; the program runs as it is published; program, clients and database share the machine. Every acknowledged form is counted
/// in the table afterwards.
/// </summary>
internal static partial class SurveySubmissions
{
    private const int Clients = 32;
    private const int Threads = 2;
    private const int Items = 39;
    private const int Turns = 3;

    /// <summary>More forms than can be sent in a second.</summary>
    private const int FormsPerSecond = 24_000;

    public static async Task<int> RunAsync(string[] arguments)
    {
        var seconds = arguments.Length > 0 ? int.Parse(arguments[0], CultureInfo.InvariantCulture) : 8;
        using var cluster = PostgresCluster.Durable();
        await using var database = await TestDatabase.CreateOnAsync(cluster);
        var target = await TargetAsync(database);
        using var program = await PublishedProgram.StartAsync(database);
        Turn Measured(Func<Turn> run) => WithCpu(cluster, program, run);
        await SendAsync(database, program, target, seconds);
        var (own, rival) = (new List<double>(), new List<double>());
        for (var turn = 1; turn <= Turns; turn++)
        {
            Show($"Turn {turn}: pgbench", Measured(() => Pgbench(cluster, target, seconds)), rival);
            Show($"Turn {turn}: Điểm Sáng", await SendAsync(database, program, target, seconds, Measured), own);
        }

        Console.WriteLine(FormattableString.Invariant($"Median: Điểm Sáng {Median(own):F0}/s, pgbench {Median(rival):F0}/s, {Median(own) / Median(rival):F2} times"));
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
        var form = await scope.ServiceProvider.GetRequiredService<FormDirectory>().FindAsync(opened.Points[0].Code);
        return new Target(ward.Id, wave.Id, opened.Points[0].Id, opened.Points[0].Code, form!.Wave!.SealKey);
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

    /// <summary>Sends forms on whose last page everything before has been answered, and counts that each acknowledged one is there once.</summary>
    private static async Task<Turn> SendAsync(TestDatabase database, PublishedProgram program, Target target, int seconds, Func<Func<Turn>, Turn>? measured = null)
    {
        var before = await CountAsync(database, target);
        var folder = Directory.CreateTempSubdirectory("diemsang-forms-");
        try
        {
            Parallel.For(0, Threads, thread => File.WriteAllLines(Path.Combine(folder.FullName, $"{thread}"), Forms(target, FormsPerSecond / Threads * seconds)));
            Turn Send() => Wrk(new Uri(program.Address, $"/surveys/answer/{target.Code}"), folder.FullName, seconds);
            var turn = measured is null ? Send() : measured(Send);
            var stored = await CountAsync(database, target) - before;
            return stored >= turn.Count && stored <= turn.Count + Clients && turn.Failures == 0
                ? turn
                : throw new InvalidOperationException($"{turn.Count} acknowledged, {turn.Failures} refused, {stored} stored.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Forms(Target target, int count)
    {
        var last = FormPage.Of(Form())[^1].Variables.ToList();
        var earlier = Answers().Where(answer => !last.Contains(answer.Key)).ToDictionary();
        var fields = string.Concat(last.Select(variable => $"&{PostedAnswers.FieldOf(variable)}=4"));
        return Enumerable.Range(0, count).Select(_ =>
        {
            var state = new AnswerState(Guid.CreateVersion7(), Guid.NewGuid(), DateTimeOffset.UtcNow, null, 3, "vi", earlier);
            return $"go=next&state={AnswerSeal.Seal(state, target.SealKey)}{fields}";
        });
    }

    private static Turn Wrk(Uri address, string forms, int seconds)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Submissions", "submissions.lua");
        var output = Run("wrk", "-c", $"{Clients}", "-t", $"{Threads}", "-d", $"{seconds}s", "-s", script, $"{address}", "--", forms);
        var numbers = output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1].Split('\t').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToList();
        return new Turn((int)numbers[0], numbers[1] / 1e6, (int)numbers[2], numbers[3] / 1e3);
    }

    private static Turn Pgbench(PostgresCluster cluster, Target target, int seconds)
    {
        var script = Path.GetTempFileName();
        File.WriteAllText(script, $"""
            insert into surveys.response (organisation_id, id, wave_id, submission_key, point_id, channel, device, language, started_at, finished_at, answers)
            values ('{target.Organisation}', gen_random_uuid(), '{target.Wave}', gen_random_uuid(), '{target.Point}', 'web', '0123456789abcdef', 'vi', now(), now(), '{JsonSerializer.Serialize(Answers())}');
            """);
        try
        {
            var to = new Npgsql.NpgsqlConnectionStringBuilder(cluster.ConnectionTo("postgres"));
            Environment.SetEnvironmentVariable("PGPASSWORD", to.Password);
            var output = Run("pgbench", "-n", "-M", "prepared", "-c", $"{Clients}", "-j", $"{Threads}", "-T", $"{seconds}", "-f", script, "-h", to.Host!, "-p", $"{to.Port}", "-U", to.Username!, to.Database!);
            return new Turn(int.Parse(Transactions().Match(output).Groups[1].Value, CultureInfo.InvariantCulture), seconds, 0, null);
        }
        finally
        {
            File.Delete(script);
        }
    }

    private static string Run(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _ = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{tool} ended with {process.ExitCode}: {output}");
    }

    private static Turn WithCpu(PostgresCluster cluster, PublishedProgram program, Func<Turn> run)
    {
        var (server, own, tools) = (CpuTime.OfFamily(cluster.ProcessId), CpuTime.Of(program.ProcessId), CpuTime.OfEndedTools());
        return run() with
        {
            DatabaseCpu = CpuTime.OfFamily(cluster.ProcessId) - server, ProgramCpu = CpuTime.Of(program.ProcessId) - own, ClientCpu = CpuTime.OfEndedTools() - tools,
        };
    }

    private static void Show(string name, Turn turn, List<double> rates)
    {
        rates.Add(turn.Rate);
        var p99 = turn.P99 is { } milliseconds ? FormattableString.Invariant($", p99 {milliseconds:F0} ms") : "";
        double Each(double seconds) => seconds / turn.Count * 1e6;
        Console.WriteLine(FormattableString.Invariant(
            $"{name} {turn.Rate:F0}/s{p99}; CPU of one: database {Each(turn.DatabaseCpu):F0} µs, program {Each(turn.ProgramCpu):F0} µs, client {Each(turn.ClientCpu):F0} µs"));
    }

    private static async Task<int> CountAsync(TestDatabase database, Target target)
    {
        await using var scope = database.Scope(target.Organisation);
        return await scope.ServiceProvider.GetRequiredService<DiemSangDbContext>().Set<Response>().CountAsync(response => response.WaveId == target.Wave);
    }

    private static Dictionary<string, string> Answers() => Enumerable.Range(1, Items).ToDictionary(row => $"q9_{row}", _ => "4");

    private static double Median(List<double> numbers) => numbers.Order().ElementAt(numbers.Count / 2);

    [GeneratedRegex("transactions actually processed: ([0-9]+)")]
    private static partial Regex Transactions();

    private sealed record Target(Guid Organisation, Guid Wave, Guid Point, string Code, byte[] SealKey);

    /// <param name="Seconds">Wall time.</param>
    /// <param name="P99">Milliseconds; null when not measured.</param>
    private sealed record Turn(int Count, double Seconds, int Failures, double? P99)
    {
        public double Rate => Count / Seconds;

        /// <summary>Seconds of processor time.</summary>
        public double DatabaseCpu { get; init; }
        public double ProgramCpu { get; init; }
        public double ClientCpu { get; init; }
    }
}
