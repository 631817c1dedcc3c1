using DiemSang.Modules.Shared.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DiemSang.Modules.Plans.Importing;

/// <summary>
/// Reads waiting files one after another, each in a unit of work of its own: as soon as one is announced on this node, and every minute
/// whatever the table still holds, from other nodes and from before a crash. A file that cannot be read never stops the service.
/// </summary>
public sealed class PlanReadingService(PlanReadingQueue queue, IServiceScopeFactory scopes, TimeProvider clock, ILogger<PlanReadingService> log) : BackgroundService
{
    private static readonly TimeSpan BetweenScans = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await ScanAsync(stoppingToken);
        var nextScan = Task.Delay(BetweenScans, clock, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var announced = queue.Waiting.WaitToReadAsync(stoppingToken).AsTask();
            if (await Task.WhenAny(announced, nextScan) == nextScan)
            {
                await ScanAsync(stoppingToken);
                nextScan = Task.Delay(BetweenScans, clock, stoppingToken);
            }

            while (queue.Waiting.TryRead(out var import))
            {
                await ReadAsync(import, stoppingToken);
            }
        }
    }

    private async Task ScanAsync(CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            foreach (var import in await scope.ServiceProvider.GetRequiredService<UnfinishedImports>().FindAsync(cancel))
            {
                await ReadAsync(import, cancel);
            }
        }
        catch (Exception unreachable) when (unreachable is not OperationCanceledException)
        {
            log.LogWarning(unreachable, "Waiting plan files could not be listed; trying again in {Pause}", BetweenScans);
        }
    }

    private async Task ReadAsync(WaitingImport import, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Tenant>().Set(import.OrganisationId);
            await scope.ServiceProvider.GetRequiredService<PlanReading>().ReadAsync(import.ImportId, cancel);
        }
        catch (Exception surprise) when (surprise is not OperationCanceledException)
        {
            log.LogError(surprise, "Reading of import {ImportId} stopped; it will be taken up again", import.ImportId);
        }
    }
}
