using DiemSang.Modules.Plans;

namespace DiemSang.Modules.Reminders;

/// <summary>Where letters lead. The pages are in the web project; letters are written without it.</summary>
public static class ReminderPaths
{
    public const string Preferences = "/reminders/preferences";

    public static string Task(Guid taskId) => $"/plans/tasks/{taskId}";

    public static string Update(Guid taskId, Guid occurrenceId) => $"{Task(taskId)}/update?occurrence={occurrenceId}";

    public static string Waiting(WaitingWord word) => word.Kind switch
    {
        WaitingKind.Decision => $"/plans/decisions/{word.SubjectId}",
        WaitingKind.Request => $"/plans/requests/{word.SubjectId}",
        WaitingKind.Proposal => $"/plans/{word.PlanId}/amendments",
        _ => $"/plans/{word.PlanId}/amendments/{word.SubjectId}",
    };

    public static string OneTap(string token) => $"/reminders/open/{token}";
}
