using DiemSang.Modules.Reminders.Asking;
using DiemSang.Modules.Reminders.Links;
using DiemSang.Modules.Reminders.Reading;
using DiemSang.Modules.Reminders.Sending;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Modules.Reminders;

/// <summary>What the Reminders module brings. Letters are off until the host sets a mail server.</summary>
public static class RemindersModule
{
    /// <summary>The ids of organisations in which a notice waits for its letter; known before there is a tenant.</summary>
    public static FormattableString OrganisationsWithNotices => $"select organisations_with_notices as \"Value\" from reminders.organisations_with_notices()";

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
        services.AddScoped<NoticeBoard>();
        services.AddScoped<NotificationList>();
        services.AddScoped<ReminderLog>();
        return services;
    }
}
