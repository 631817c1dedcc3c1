using DiemSang.Core.Reminders;
using DiemSang.Modules.Shared.Data;

namespace DiemSang.Modules.Reminders;

/// <summary>How an organisation reminds, where it has chosen differently from the catalog.</summary>
public sealed class ReminderSetting : TenantEntity, IAudited
{
    public required ReminderRule Rule { get; set; }
}
