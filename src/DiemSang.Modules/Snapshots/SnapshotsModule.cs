using DiemSang.Modules.Snapshots.Briefs;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Modules.Snapshots;

/// <summary>What the Snapshots module brings.</summary>
public static class SnapshotsModule
{
    public static IServiceCollection AddSnapshots(this IServiceCollection services)
    {
        services.AddScoped<BoardReading>();
        services.AddScoped<SnapshotTaker>();
        services.AddScoped<KeeperRoster>();
        services.AddScoped<BriefDesk>();
        return services;
    }
}
