using DiemSang.Modules;
using DiemSang.Modules.Reminders.Sending;
using DiemSang.Modules.Shared.Files;
using DiemSang.Tests.TestData;
using DiemSang.Web.Infrastructure.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Quartz;

namespace DiemSang.Web.Tests.Infrastructure;

/// <summary>A copy of the program: its own connections and scheduler, the test's database, clock and mail server.</summary>
internal sealed class JobNode(TestDatabase database, ServiceProvider services, NpgsqlDataSource connections, string name) : IAsyncDisposable
{
    private static readonly JobSettings Nervous = new(TimeSpan.FromSeconds(1));
    private IScheduler? _scheduler;
    private bool _dead;

    public string Name => name;

    public static async Task<JobNode> StartAsync(TestDatabase database, MovableClock clock, SmtpServer smtp, bool runsJobs = true)
    {
        var name = $"node-{Guid.NewGuid():N}";
        var connections = new NpgsqlDataSourceBuilder(database.Connections.Application + $";Application Name={name}").Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IHostApplicationLifetime, NoHost>();
        services.AddModules(database.Connections, new FileStoreOptions(database.FilesFolder));
        services.AddSingleton(connections);
        services.AddSingleton<TimeProvider>(new RunningClock(clock.GetUtcNow()));
        services.AddSingleton(MailSettings.Off with { Host = "127.0.0.1", Port = smtp.Port, From = "diemsang@binhminh.example" });
        services.AddJobs(Nervous);
        var node = new JobNode(database, services.BuildServiceProvider(), connections, name);
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
        await database.ExecuteAsOwnerAsync("select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1", name);
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

    public static async Task EventuallyAsync(Func<Task<bool>> condition)
    {
        var deadline = DateTime.UtcNow.AddSeconds(30);
        while (!await condition())
        {
            DateTime.UtcNow.ShouldBeLessThan(deadline, "it should have happened by now");
            await Task.Delay(100);
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
