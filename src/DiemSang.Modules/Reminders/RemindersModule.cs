using DiemSang.Modules.Reminders.Asking;
using DiemSang.Modules.Reminders.Links;
using DiemSang.Modules.Reminders.Reading;
using DiemSang.Modules.Reminders.Sending;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Modules.Reminders;

/// <summary>What the Reminders module brings. Letters are off until the host sets a mail server.</summary>
public static class RemindersModule
{
    public static IServiceCollection AddReminders(this IServiceCollection services)
    {
        services.AddSingleton(MailSettings.Off);
        services.AddSingleton<Postman>();
        services.AddScoped<ReminderRules>();
        services.AddScoped<OneTapLinks>();
        services.AddScoped<Letters>();
        services.AddScoped<WaitingWords>();
        services.AddScoped<ReminderRound>();
        services.AddScoped<Urging>();
        services.AddScoped<MailSender>();
        services.AddScoped<NotificationList>();
        services.AddScoped<ReminderLog>();
        return services;
    }
}
