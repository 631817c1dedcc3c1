using DiemSang.Modules.Plans.Boards;
using DiemSang.Modules.Plans.Issuing;
using DiemSang.Modules.Plans.Working;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Modules.Plans;

/// <summary>What the Plans module brings.</summary>
public static class PlansModule
{
    public static IServiceCollection AddPlans(this IServiceCollection services)
    {
        services.AddScoped<PlanReadiness>();
        services.AddScoped<PlanIssuer>();
        services.AddScoped<OccurrenceTopUp>();
        services.AddHostedService<DailyTopUp>();
        services.AddScoped<ProgressReporter>();
        services.AddScoped<TaskAssigner>();
        services.AddScoped<DueDays>();
        services.AddScoped<TaskReader>();
        services.AddScoped<BoardSearch>();
        services.AddScoped<MyWork>();
        return services;
    }
}
