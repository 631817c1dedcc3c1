using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Audit;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Reminders.Links;

/// <summary>What a link turned out to be.</summary>
/// <param name="AccountId">The person's account, if any.</param>
/// <param name="OpensForm">It opens its one form as it is; otherwise the person has to sign in.</param>
public sealed record OpenedLink(OneTapTicket Ticket, string PersonName, Guid? AccountId, bool OpensForm);

/// <summary>
/// Makes and opens the links of e-mails. What such a link may do, and why, is in docs/reminders.md: it is good for one person, one occurrence
/// and a few days, and never for people whose account guards more than their own reports.
/// </summary>
public sealed class OneTapLinks(DiemSangDbContext db, TimeProvider clock)
{
    /// <summary>The organisation's secret; the first call makes it, also when two make it at once.</summary>
    public async Task<byte[]> SecretAsync(Guid organisationId, CancellationToken cancel = default)
    {
        var fresh = new LinkKey { OrganisationId = organisationId };
        await db.Database.ExecuteSqlAsync(
            $"insert into reminders.link_key (organisation_id, id, secret) values ({organisationId}, {fresh.Id}, {fresh.Secret}) on conflict (organisation_id) do nothing", cancel);
        return await db.Set<LinkKey>().Where(key => key.OrganisationId == organisationId).Select(key => key.Secret).SingleAsync(cancel);
    }

    /// <summary>A new secret: no link sent before opens anything any more.</summary>
    public async Task EndAllAsync(Actor actor, CancellationToken cancel = default)
    {
        var key = await db.Set<LinkKey>().SingleOrDefaultAsync(key => key.OrganisationId == actor.OrganisationId, cancel)
            ?? db.Add(new LinkKey { OrganisationId = actor.OrganisationId }).Entity;
        key.Renew();
        // The act is kept, the secret is not: so not by the trail that keeps every field.
        db.AuditEntries.Add(new AuditEntry
        {
            OrganisationId = actor.OrganisationId, PersonId = actor.PersonId, PersonName = actor.FullName, Verb = "reminders.end-links", SubjectKind = nameof(LinkKey), SubjectId = key.Id.ToString(),
        });
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Null for a forged, damaged or outdated link. Fixes the organisation of this unit of work when the link is genuine so far.</summary>
    public async Task<OpenedLink?> OpenAsync(string token, CancellationToken cancel = default)
    {
        if (OneTapTicket.Claimed(token) is not { } ticket || ticket.ExpiresAt <= clock.GetUtcNow() || db.Tenant.OrganisationId is { } other && other != ticket.OrganisationId)
        {
            return null;
        }

        // Only whose key to look for is taken from the unproved claim.
        db.Tenant.Set(ticket.OrganisationId);
        var key = await db.Set<LinkKey>().AsNoTracking().SingleOrDefaultAsync(key => key.OrganisationId == ticket.OrganisationId, cancel);
        if (key is null || !OneTapTicket.IsSignedWith(token, key.Secret))
        {
            return null;
        }

        var person = await db.People.SingleOrDefaultAsync(person => person.OrganisationId == ticket.OrganisationId && person.Id == ticket.PersonId && person.LeftOn == null, cancel);
        return person is null ? null : new OpenedLink(ticket, person.FullName, person.AccountId, await OpensFormAsync(ticket, person, cancel));
    }

    /// <summary>A second factor, an administrator's account, a locked one or a first password ask for signing in; so does work already done.</summary>
    private async Task<bool> OpensFormAsync(OneTapTicket ticket, Person person, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var today = clock.Today();
        var isOpen = await db.Occurrences.AnyAsync(
            occurrence => occurrence.OrganisationId == ticket.OrganisationId && occurrence.Id == ticket.OccurrenceId && occurrence.State != ProgressState.Done, cancel);
        var isAdministrator = await db.Appointments.AnyAsync(
            held => held.OrganisationId == ticket.OrganisationId && held.PersonId == person.Id && held.Role == Role.Administrator
                && held.FromDate <= today && (held.ToDate == null || held.ToDate >= today), cancel);
        if (!isOpen || isAdministrator)
        {
            return false;
        }

        return await db.Accounts
            .Where(account => account.Id == person.AccountId && !account.TwoFactorEnabled && !account.MustChangePassword)
            .AnyAsync(account => account.LockoutEnd == null || account.LockoutEnd <= now, cancel);
    }
}
