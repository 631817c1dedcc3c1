using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DiemSang.Modules.Plans.Issuing;

/// <summary>Tops up every organisation's periods at start and once a day, early in the Vietnamese morning.</summary>
public sealed partial class DailyTopUp(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DailyTopUp> log) : BackgroundService
{
    private static readonly TimeSpan EarlyMorning = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await RunOnceAsync(stopping);
            var now = clock.GetUtcNow().InVietnam();
            await Task.Delay(now.Date.AddDays(1).Add(EarlyMorning) - now.DateTime, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>One organisation's trouble does not keep the others waiting.</summary>
    internal async Task RunOnceAsync(CancellationToken cancel)
    {
        try
        {
            foreach (var organisation in await OrganisationsAsync(cancel))
            {
                await TopUpAsync(organisation, cancel);
            }
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested)
        {
            Failed(log, exception, null);
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            // The program is stopping; the next start runs it again.
        }
    }

    private async Task<List<Guid>> OrganisationsAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DiemSangDbContext>();
        return await db.Database.SqlQuery<Guid>($"select organisations_with_issued_plans as \"Value\" from plans.organisations_with_issued_plans()").ToListAsync(cancel);
    }

    private async Task TopUpAsync(Guid organisation, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Tenant>().Set(organisation);
            await scope.ServiceProvider.GetRequiredService<OccurrenceTopUp>().RunAsync(cancel);
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested)
        {
            Failed(log, exception, organisation);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Topping up the periods of organisation {Organisation} failed; it is tried again tomorrow or at the next start")]
    private static partial void Failed(ILogger log, Exception exception, Guid? organisation);
}
