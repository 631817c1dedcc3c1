using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Reminders;

/// <summary>
/// Reminder: one's own work. Request: the same for a partner, who is asked and not ordered. Escalation: the head or leader hears of somebody
/// else's work. Urging (đôn đốc): a person pressed the button.
/// </summary>
public enum NotificationKind { Reminder, Request, Escalation, Urging }

/// <summary>One thing one person was asked, once: what stands under the bell, and the log of who was reminded when (LDR-09).</summary>
public sealed class Notification : TenantEntity
{
    public const int NoteMaxLength = 500;
    public const string UrgeStep = "urge";

    public required Guid PersonId { get; init; }
    public required Guid OccurrenceId { get; init; }
    public required NotificationKind Kind { get; init; }

    /// <summary>Code of the ladder's step, or <see cref="UrgeStep"/>.</summary>
    public required string Step { get; init; }
    public required DateOnly StepDay { get; init; }

    /// <summary>The last good day as it stood then.</summary>
    public DateOnly? DueOn { get; init; }
    public string? Note { get; init; }

    /// <summary>Who urged; null for the ladder.</summary>
    public Guid? ByPersonId { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? ReadAt { get; private set; }

    public void Read(DateTimeOffset at) => ReadAt ??= at;
}
