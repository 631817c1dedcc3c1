using DiemSang.Core.Calendars;
using DiemSang.Core.Reminders;
using DiemSang.Modules.Reminders.Asking;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Reminders.Sending;

/// <summary>
/// Sends the letters that wait in one organisation's outbox. Each is locked, sent and marked in a transaction of its own: another node skips it
/// meanwhile, and finds it again when this one dies.
/// </summary>
public sealed class MailSender(DiemSangDbContext db, ReminderRules rules, WorkingCalendar calendar, Postman postman, MailSettings settings, TimeProvider clock)
{
    private const int Batch = 200;

    /// <summary>SQL that gives the organisations with a letter to send now.</summary>
    public static FormattableString OrganisationsWithMail(DateTimeOffset now) =>
        $"select organisations_with_mail as \"Value\" from reminders.organisations_with_mail({now})";

    /// <returns>Number of letters the mail server took.</returns>
    public async Task<int> SendAsync(CancellationToken cancel = default)
    {
        var organisation = db.Tenant.OrganisationId ?? throw new InvalidOperationException("Letters are sent for one organisation.");
        var ladder = new ReminderLadder(await rules.OfAsync(organisation, cancel), calendar);
        if (!settings.IsOn || !ladder.MayDisturb(clock.GetUtcNow().InVietnam().DateTime))
        {
            return 0;
        }

        var sender = await db.Organisations.Where(one => one.Id == organisation).Select(one => one.ShortName).SingleAsync(cancel);
        var sent = 0;
        for (var tried = 0; tried < Batch; tried++)
        {
            var delivery = await SendNextAsync(organisation, sender, cancel);
            sent += delivery == Delivery.Taken ? 1 : 0;
            if (delivery is null or Delivery.NotNow)
            {
                break;
            }
        }

        return sent;
    }

    /// <summary>Null when nothing waits. A server that does not answer now is not asked for the other letters either.</summary>
    private async Task<Delivery?> SendNextAsync(Guid organisation, string sender, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var next = await db.Mails.FromSql($"""
            select * from reminders.mail
            where organisation_id = {organisation} and state = 'waiting' and next_attempt_at <= {clock.GetUtcNow()}
            order by next_attempt_at limit 1 for update skip locked
            """).ToListAsync(cancel);
        if (next is not [var mail])
        {
            return null;
        }

        var result = await postman.DeliverAsync(mail, $"{sender} (Điểm Sáng)", cancel);
        if (result.Delivery == Delivery.Taken)
        {
            mail.Sent(clock.GetUtcNow());
        }
        else
        {
            mail.Fail(result.Said ?? "", isFinal: result.Delivery == Delivery.Refused, clock.GetUtcNow());
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(CancellationToken.None);
        return result.Delivery;
    }
}
