using DiemSang.Documents.Calendars;
using DiemSang.Modules.Access;
using DiemSang.Modules.Evidence;
using DiemSang.Modules.Meetings;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Reminders;
using DiemSang.Modules.Scorecards;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Shared.Files;
using DiemSang.Modules.Snapshots;
using DiemSang.Modules.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DiemSang.Modules;

/// <summary>The modules of the product, each with what it brings.</summary>
public static class ModulesRegistration
{
    public static IServiceCollection AddModules(this IServiceCollection services, DatabaseConnections connections, FileStoreOptions files)
    {
        services.AddShared(connections, files);
        services.AddAccess();
        services.AddEvidence();
        services.AddPlans();
        services.AddSnapshots();
        services.AddReminders();
        services.AddMeetings();
        services.AddSurveys();
        services.AddScorecards();
        return services;
    }

    private static void AddShared(this IServiceCollection services, DatabaseConnections connections, FileStoreOptions files)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(connections);
        services.AddSingleton(files);
        services.AddSingleton(CalendarFiles.Default);
        services.AddSingleton(_ => new NpgsqlDataSourceBuilder(connections.Application).Build());
        services.AddScoped<Tenant>();
        services.AddDbContext<DiemSangDbContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
            .AddInterceptors(new TenantConnectionInterceptor()));
        services.AddScoped<FileStore>();
        services.AddScoped<FilePictures>();
        services.AddSingleton<Migrator>();
        services.AddSingleton<OrganisationRound>();
    }

    private static void AddAccess(this IServiceCollection services)
    {
        services.AddScoped<ActorFinder>();
        services.AddSingleton<OrganisationFounder>();
    }
}
