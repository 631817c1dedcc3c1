using DiemSang.Modules.Shared.Data;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace DiemSang.Web.Infrastructure.Health;

public static class HealthSetup
{
    private const string Ready = "ready";

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<DatabaseIsReady>("database", tags: [Ready]);
        return services;
    }

    /// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: its database answers and is migrated, so that a proxy may send people here.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous().DisableRateLimiting();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) }).AllowAnonymous().DisableRateLimiting();
    }

    private sealed class DatabaseIsReady(NpgsqlDataSource database) : IHealthCheck
    {
        private static readonly string[] Migrations = [.. Migrator.Scripts().Select(script => script.Name)];

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancel)
        {
            try
            {
                await using var command = database.CreateCommand("select count(*) from shared.migration where name = any($1)");
                command.Parameters.AddWithValue(Migrations);
                var applied = (long)(await command.ExecuteScalarAsync(cancel))!;
                return applied == Migrations.Length ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("Run `diemsang migrate`.");
            }
            catch (NpgsqlException e)
            {
                return HealthCheckResult.Unhealthy("The database does not answer.", e);
            }
        }
    }
}
