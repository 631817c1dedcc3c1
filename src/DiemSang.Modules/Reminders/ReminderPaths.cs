namespace DiemSang.Modules.Reminders;

/// <summary>Where letters lead. The pages are in the web project; letters are written without it.</summary>
public static class ReminderPaths
{
    public const string Preferences = "/reminders/preferences";

    public static string Task(Guid taskId) => $"/plans/tasks/{taskId}";

    public static string Update(Guid taskId, Guid occurrenceId) => $"{Task(taskId)}/update?occurrence={occurrenceId}";

    public static string OneTap(string token) => $"/reminders/open/{token}";
}
