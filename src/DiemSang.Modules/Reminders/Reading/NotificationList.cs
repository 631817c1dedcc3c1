using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Reminders.Reading;

/// <summary>One line under the bell.</summary>
public sealed record NotificationLine(
    Guid Id, NotificationKind Kind, Guid TaskId, Guid OccurrenceId, string Title, string UnitName, bool IsOfPartner, DateOnly? DueOn, string? Note, string? ByName, DateTimeOffset At, bool IsRead);

public sealed record WaitingNoticeLine(WaitingWord Word, bool IsRead);

/// <summary>What a person was asked, the newest first.</summary>
public sealed class NotificationList(DiemSangDbContext db, TimeProvider clock)
{
    public const int PageSize = 30;
    private const int NewsDays = 30;

    public async Task<int> UnreadAsync(Actor actor, CancellationToken cancel = default) =>
        await Of(actor).CountAsync(one => one.ReadAt == null, cancel) + (await WaitingAsync(actor, cancel)).Count(waiting => !waiting.IsRead)
        + await News(actor).CountAsync(one => one.ReadAt == null, cancel);

    /// <summary>What this person was told of and still waits for their word, the oldest first.</summary>
    public Task<List<WaitingNoticeLine>> WaitingAsync(Actor actor, CancellationToken cancel = default) =>
        db.Set<WaitingWord>()
            .Where(word => word.OrganisationId == actor.OrganisationId && Notices(actor).Any(notice => notice.SubjectId == word.SubjectId))
            .OrderBy(word => word.Since)
            .Select(word => new WaitingNoticeLine(word, !Notices(actor).Any(notice => notice.SubjectId == word.SubjectId && notice.ReadAt == null)))
            .ToListAsync(cancel);

    /// <summary>Notices of the last month, and older ones nobody has read; unread ones first, then the newest.</summary>
    public Task<List<Notice>> NewsAsync(Actor actor, CancellationToken cancel = default)
    {
        var since = clock.GetUtcNow().AddDays(-NewsDays);
        return News(actor).Where(one => one.ReadAt == null || one.At > since).OrderBy(one => one.ReadAt != null).ThenByDescending(one => one.At).Take(PageSize).ToListAsync(cancel);
    }

    public Task<int> CountAsync(Actor actor, CancellationToken cancel = default) => Of(actor).CountAsync(cancel);

    /// <param name="page">From 1.</param>
    public Task<List<NotificationLine>> PageAsync(Actor actor, int page, CancellationToken cancel = default) => (
        from one in Of(actor).OrderByDescending(one => one.At).ThenBy(one => one.Id).Skip((page - 1) * PageSize).Take(PageSize)
        join occurrence in db.Occurrences.IgnoreQueryFilters() on new { one.OrganisationId, Id = one.OccurrenceId } equals new { occurrence.OrganisationId, occurrence.Id }
        join unit in db.Units on new { occurrence.OrganisationId, Id = occurrence.UnitId } equals new { unit.OrganisationId, unit.Id }
        from urger in db.People.Where(person => person.OrganisationId == one.OrganisationId && person.Id == one.ByPersonId).DefaultIfEmpty()
        orderby one.At descending, one.Id
        select new NotificationLine(
            one.Id, one.Kind, occurrence.TaskId, occurrence.Id, occurrence.Task.Row.Title, unit.ShortName, unit.Kind == UnitKind.Partner, one.DueOn, one.Note,
            urger == null ? null : urger.FullName, one.At, one.ReadAt != null)).ToListAsync(cancel);

    /// <param name="id">One of the person's own; null marks them all.</param>
    public async Task ReadAsync(Actor actor, Guid? id, CancellationToken cancel = default)
    {
        await Of(actor).Where(one => one.ReadAt == null && (id == null || one.Id == id))
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.ReadAt, clock.GetUtcNow()), cancel);
        await Notices(actor).Where(one => one.ReadAt == null && id == null)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.ReadAt, clock.GetUtcNow()), cancel);
        await News(actor).Where(one => one.ReadAt == null && (id == null || one.Id == id))
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.ReadAt, clock.GetUtcNow()), cancel);
    }

    private IQueryable<Notice> News(Actor actor) =>
        db.Notices.Where(one => one.OrganisationId == actor.OrganisationId && one.PersonId == actor.PersonId);

    private IQueryable<WaitingNotice> Notices(Actor actor) =>
        db.WaitingNotices.Where(one => one.OrganisationId == actor.OrganisationId && one.PersonId == actor.PersonId);

    private IQueryable<Notification> Of(Actor actor) =>
        db.Notifications.Where(one => one.OrganisationId == actor.OrganisationId && one.PersonId == actor.PersonId);
}
