using DiemSang.Core.Reminders;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Reminders.Links;
using DiemSang.Modules.Reminders.Sending;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Reminders.Asking;

/// <summary>Writes letters into the outbox, with links signed for their one reader.</summary>
public sealed class Letters(DiemSangDbContext db, OneTapLinks links, MailSettings settings, TimeProvider clock)
{
    /// <summary>False where no mail server is set: people are then reminded in the product only.</summary>
    public bool AreSent => settings.IsOn;

    /// <param name="lines">What is asked; the links are filled in here.</param>
    /// <param name="words">What waits for the person's word.</param>
    /// <param name="news">What else the person has to know.</param>
    public async Task AddAsync(
        Guid organisation, StaffMember person, string key, IReadOnlyList<DigestLine> lines, ReminderRule rule, CancellationToken cancel, IReadOnlyList<WaitingWord>? words = null,
        IReadOnlyList<Notice>? news = null)
    {
        var now = clock.GetUtcNow();
        var name = await db.Organisations.Where(one => one.Id == organisation).Select(one => one.Name).SingleAsync(cancel);
        var linked = await LinkAsync(organisation, person, lines, rule, cancel);
        var waiting = (words ?? []).Select(word => new WaitingLine(word, settings.Address(ReminderPaths.Waiting(word)))).ToList();
        var digest = new Digest(name, person.FullName, now.VietnameseDay(), linked, waiting, [.. (news ?? []).Select(one => (one.Title, settings.Address(one.Path)))], settings.Address(ReminderPaths.Preferences), rule.OneTapDays);
        db.Mails.Add(new Mail
        {
            OrganisationId = organisation, PersonId = person.Id, Key = key, Address = person.Address!, Subject = digest.Subject, TextBody = digest.Text, HtmlBody = digest.Html,
            CreatedAt = now, NextAttemptAt = now,
        });
    }

    private async Task<List<DigestLine>> LinkAsync(Guid organisation, StaffMember person, IReadOnlyList<DigestLine> lines, ReminderRule rule, CancellationToken cancel)
    {
        var secret = rule.OneTapDays > 0 ? await links.SecretAsync(organisation, cancel) : null;
        return [.. lines.Select(line => line with { Link = settings.Address(PathOf(line, secret)) })];

        string PathOf(DigestLine line, byte[]? key)
        {
            if (line.Kind == NotificationKind.Escalation)
            {
                return ReminderPaths.Task(line.Work.TaskId);
            }

            var ticket = new OneTapTicket(organisation, person.Id, line.Work.TaskId, line.Work.OccurrenceId, clock.GetUtcNow().AddDays(rule.OneTapDays));
            return key is null ? ReminderPaths.Update(line.Work.TaskId, line.Work.OccurrenceId) : ReminderPaths.OneTap(ticket.Sign(key));
        }
    }
}
