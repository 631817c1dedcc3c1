using DiemSang.Modules;
using DiemSang.Modules.Reminders;
using DiemSang.Modules.Reminders.Sending;
using DiemSang.Modules.Shared.Files;
using DiemSang.Tests.TestData;
using DiemSang.Web.Infrastructure.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Quartz;

namespace DiemSang.Web.Tests.Infrastructure;

/// <summary>Two copies of the program on one database, with the schedulers as they run in service.</summary>
public sealed class JobsTests : IAsyncLifetime
{
    private static readonly JobSettings Nervous = new(TimeSpan.FromSeconds(1));
    private RemindedWard _reminded = null!;

    public async Task InitializeAsync()
    {
        _reminded = await RemindedWard.CreateAsync();
        await _reminded.AddWorkAsync(_reminded.Ward.Culture);
        await _reminded.AddWorkAsync(_reminded.Ward.Economy);
        _reminded.Ward.Clock.MoveTo(RemindedWard.Due);
    }

    public async Task DisposeAsync() => await _reminded.DisposeAsync();

    [Fact]
    public async Task Reminders_TwoNodes_AskOnce()
    {
        await using var first = await Node.StartAsync(_reminded);
        await using var second = await Node.StartAsync(_reminded);

        await first.FireAsync<RemindersJob>();
        await second.FireAsync<RemindersJob>();
        await EventuallyAsync(async () => (await _reminded.NotificationsAsync()).Count == 2);
        await first.FireAsync<MailJob>();
        await second.FireAsync<MailJob>();
        await EventuallyAsync(() => Task.FromResult(_reminded.Smtp.Received.Count >= 2));
        await Task.Delay(500);

        (await _reminded.NotificationsAsync()).Count.ShouldBe(2);
        _reminded.Smtp.Received.Select(letter => letter.To).Order().ShouldBe(["tuan.le@binhminh.example", "vinh.ma@binhminh.example"]);
    }

    [Fact]
    public async Task Reminders_NodeKilledInTheMiddle_AreAskedByTheOther()
    {
        await using var doomed = await Node.StartAsync(_reminded);
        await using var survivor = await Node.StartAsync(_reminded, runsJobs: false);

        await using (var obstacle = new NpgsqlConnection(_reminded.Ward.Database.Connections.Owner))
        {
            // The round cannot write its letters and hangs in its transaction: the middle.
            await obstacle.OpenAsync();
            await using var transaction = await obstacle.BeginTransactionAsync();
            await new NpgsqlCommand("lock table reminders.mail in exclusive mode", obstacle, transaction).ExecuteNonQueryAsync();
            await doomed.FireAsync<RemindersJob>();
            await EventuallyAsync(() => IsWaitingAsync(doomed));
            await doomed.KillAsync();
            await transaction.RollbackAsync();
        }

        (await _reminded.NotificationsAsync()).ShouldBeEmpty("what the dead node had begun is undone");
        await survivor.BeginAsync();
        await EventuallyAsync(async () => (await _reminded.NotificationsAsync()).Count == 2);
        (await _reminded.Ward.ReadAsync(db => db.Mails.CountAsync(mail => mail.State == MailState.Waiting))).ShouldBe(2);
    }

    [Fact]
    public async Task TopUp_ProgramOffAtTheTurnOfTheYear_IsCaughtUpAtStart()
    {
        await _reminded.Ward.AddIssuedAsync(WorkingWard.Row(parties: WorkingWard.Lead(_reminded.Ward.Culture)));
        _reminded.Ward.Clock.MoveTo(new DateOnly(2027, 1, 4));

        await using var node = await Node.StartAsync(_reminded);

        await EventuallyAsync(() => _reminded.Ward.ReadAsync(db => db.Occurrences.AnyAsync(one => one.FromDate.Year == 2027)));
    }

    private async Task<bool> IsWaitingAsync(Node node)
    {
        await using var connection = new NpgsqlConnection(_reminded.Ward.Database.Connections.Owner);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("select exists (select from pg_stat_activity where application_name = $1 and wait_event_type = 'Lock')", connection);
        command.Parameters.AddWithValue(node.Name);
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    private static async Task EventuallyAsync(Func<Task<bool>> condition)
    {
        var deadline = DateTime.UtcNow.AddSeconds(30);
        while (!await condition())
        {
            DateTime.UtcNow.ShouldBeLessThan(deadline, "it should have happened by now");
            await Task.Delay(100);
        }
    }

    /// <summary>A copy of the program: its own connections and scheduler, the ward's clock and mail server.</summary>
    private sealed class Node(RemindedWard reminded, ServiceProvider services, NpgsqlDataSource connections, string name) : IAsyncDisposable
    {
        private IScheduler? _scheduler;
        private bool _dead;

        public string Name => name;

        public static async Task<Node> StartAsync(RemindedWard reminded, bool runsJobs = true)
        {
            var name = $"node-{Guid.NewGuid():N}";
            var database = reminded.Ward.Database;
            var connections = new NpgsqlDataSourceBuilder(database.Connections.Application + $";Application Name={name}").Build();
            var services = new ServiceCollection();
            services.AddLogging();
            services.AddSingleton<IHostApplicationLifetime, NoHost>();
            services.AddModules(database.Connections, new FileStoreOptions(database.FilesFolder));
            services.AddSingleton(connections);
            services.AddSingleton<TimeProvider>(new RunningClock(reminded.Ward.Clock.GetUtcNow()));
            services.AddSingleton(MailSettings.Off with { Host = "127.0.0.1", Port = reminded.Smtp.Port, From = "diemsang@binhminh.example" });
            services.AddJobs(Nervous);
            var node = new Node(reminded, services.BuildServiceProvider(), connections, name);
            if (runsJobs)
            {
                await node.BeginAsync();
            }

            return node;
        }

        public async Task BeginAsync()
        {
            _scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler();
            await _scheduler.Start();
        }

        public async Task FireAsync<TJob>() => await _scheduler!.TriggerJob(new JobKey(typeof(TJob).Name));

        /// <summary>As a power cut: nothing is said to anybody, and every connection is gone.</summary>
        public async Task KillAsync()
        {
            _dead = true;
            connections.Dispose();
            await reminded.Ward.Database.ExecuteAsOwnerAsync("select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1", name);
        }

        public async ValueTask DisposeAsync()
        {
            if (_scheduler is not null)
            {
                var stopped = _scheduler.Shutdown(waitForJobsToComplete: !_dead);
                if (!_dead)
                {
                    await stopped; // The dead node's would wait for the database that it was cut off from.
                }
            }

            await services.DisposeAsync();
        }
    }

    /// <summary>Another day, on which time passes: nodes watch each other by it.</summary>
    private sealed class RunningClock(DateTimeOffset start) : TimeProvider
    {
        private readonly long _started = System.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => start + System.GetElapsedTime(_started);
    }

    private sealed class NoHost : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => CancellationToken.None;
        public CancellationToken ApplicationStopping => CancellationToken.None;
        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication()
        {
        }
    }
}
