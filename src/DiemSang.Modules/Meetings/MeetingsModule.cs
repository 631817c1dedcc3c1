using DiemSang.Modules.Meetings.FollowUp;
using DiemSang.Modules.Meetings.Minutes;
using DiemSang.Modules.Meetings.Planning;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Modules.Meetings;

/// <summary>What the Meetings module brings.</summary>
public static class MeetingsModule
{
    public static IServiceCollection AddMeetings(this IServiceCollection services)
    {
        services.AddScoped<MeetingPlanner>();
        services.AddScoped<MeetingCalendar>();
        services.AddScoped<MeetingReader>();
        services.AddScoped<ConclusionList>();
        services.AddScoped<PublicOutcomes>();
        return services;
    }
}
