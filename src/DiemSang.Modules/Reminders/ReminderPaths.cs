namespace DiemSang.Modules.Reminders;

/// <summary>Where letters lead. The pages are in the web project; letters are written without it.</summary>
public static class ReminderPaths
{
    public const string Preferences = "/nhac-viec/cach-nhan";

    public static string Task(Guid taskId) => $"/nhiem-vu/{taskId}";

    public static string Update(Guid taskId, Guid occurrenceId) => $"/nhiem-vu/{taskId}/cap-nhat?occurrence={occurrenceId}";

    public static string OneTap(string token) => $"/nhac-viec/mo/{token}";
}
