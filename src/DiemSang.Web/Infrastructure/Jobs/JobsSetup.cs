using Npgsql;
using Quartz;

namespace DiemSang.Web.Infrastructure.Jobs;

/// <param name="CheckIn">How often a node says that it lives; one that has been silent for about two of these is taken for dead.</param>
public sealed record JobSettings(TimeSpan CheckIn)
{
    public static readonly JobSettings Default = new(TimeSpan.FromSeconds(15));
}

/// <summary>
/// Scheduled work on Quartz's clustered store in our own PostgreSQL: every copy of the program may run it, one does, and another takes over what
/// a dying one had begun. All work is safe to run twice; the cluster is there so that it is not.
/// </summary>
public static class JobsSetup
{
    private const string Prefix = "jobs.";
    private static readonly TimeZoneInfo Vietnam = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    public static IServiceCollection AddJobs(this IServiceCollection services, JobSettings settings)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceName = "diemsang";
                scheduler.InstanceId = $"{Environment.MachineName}-{Guid.NewGuid():N}";
            });
            quartz.UseDefaultThreadPool(4);
            quartz.UsePersistentStore(store => UseOurDatabase(store, settings));
            Schedule<RemindersJob>(quartz, "0 0/10 6-20 * * ?");
            Schedule<MailJob>(quartz, "20 * * * * ?");
            Schedule<FileTextJob>(quartz, "40 * * * * ?");
            Schedule<TopUpJob>(quartz, "0 0 1 * * ?");
            // A program that was off at the turn of the year catches up when it starts.
            quartz.AddTrigger(trigger => trigger.WithIdentity($"{nameof(TopUpJob)} at start").ForJob(nameof(TopUpJob)).StartNow());
            Schedule<RoundClockJob>(quartz, "30 0/10 * * * ?");
            // Friday evening; the later turns find the week or month already frozen, unless no node was running.
            Schedule<WeeklySnapshotJob>(quartz, "0 0 17 ? * FRI,SAT,SUN");
            Schedule<MonthlySnapshotJob>(quartz, "0 0 17,20,23 L * ?");
        });
        return services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
    }

    private static void UseOurDatabase(IPersistentStoreBuilder store, JobSettings settings)
    {
        store.UsePostgres(source => source.DataSourceFactory = services => services.GetRequiredService<NpgsqlDataSource>());
        store.ConfigureStore(options =>
        {
            options.TablePrefix = Prefix;
            options.UseBackgroundThreads = true; // without a database they never end, and would keep a stopped program alive
        });
        store.UseClustering(cluster =>
        {
            cluster.CheckinInterval = settings.CheckIn;
            cluster.CheckinMisfireThreshold = settings.CheckIn;
        });
    }

    /// <summary>A turn that no node could take is taken once, late.</summary>
    private static void Schedule<TJob>(IQuartzBuilder quartz, string cron)
        where TJob : IJob =>
        quartz.ScheduleJob<TJob>(
            trigger => trigger.WithIdentity(typeof(TJob).Name).WithCronSchedule(cron, when => when.InTimeZone(Vietnam).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)),
            job => job.WithIdentity(typeof(TJob).Name).RequestRecovery());
}
