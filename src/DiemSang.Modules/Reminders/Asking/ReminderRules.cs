using DiemSang.Core.Reminders;
using DiemSang.Documents.Reminders;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Reminders.Asking;

/// <summary>How an organisation reminds: its own choice, or the catalog's.</summary>
public sealed class ReminderRules(DiemSangDbContext db)
{
    public async Task<ReminderRule> OfAsync(Guid organisationId, CancellationToken cancel = default) =>
        (await FindAsync(organisationId, cancel))?.Rule ?? ReminderRuleFile.Default;

    public async Task ChooseAsync(Actor actor, ReminderRule rule, CancellationToken cancel = default)
    {
        if (await FindAsync(actor.OrganisationId, cancel) is { } chosen)
        {
            chosen.Rule = rule;
        }
        else
        {
            db.Add(new ReminderSetting { OrganisationId = actor.OrganisationId, Rule = rule });
        }

        await db.SaveAsync(actor.To("reminders.choose-rule"), cancel);
    }

    private Task<ReminderSetting?> FindAsync(Guid organisationId, CancellationToken cancel) =>
        db.Set<ReminderSetting>().SingleOrDefaultAsync(setting => setting.OrganisationId == organisationId, cancel);
}
