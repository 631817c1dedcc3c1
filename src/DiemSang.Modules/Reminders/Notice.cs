using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Reminders;

/// <summary>Something a person has to know that is not about a period of a task; once under the bell, once in the day's letter.</summary>
public sealed class Notice : TenantEntity
{
    public const int TitleMaxLength = 500;

    public required Guid PersonId { get; init; }

    /// <summary>What makes it one notice to this person: "round 01… self_scoring".</summary>
    public required string Key { get; init; }
    public required string Title { get; init; }

    /// <summary>The page it leads to, from "/".</summary>
    public required string Path { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? ReadAt { get; private set; }
    public DateTimeOffset? MailedAt { get; private set; }

    /// <summary>It stands in the day's letter, or the person wants none.</summary>
    public void Mailed(DateTimeOffset at) => MailedAt ??= at;
}
