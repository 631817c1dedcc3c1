using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Reminders.Reading;

/// <summary>Who was reminded of what, and what was said next about it.</summary>
public sealed record ReminderLogLine
{
    public required DateTimeOffset At { get; init; }
    public required NotificationKind Kind { get; init; }
    public required string PersonName { get; init; }
    public required string UnitName { get; init; }
    public required Guid TaskId { get; init; }
    public required string Title { get; init; }
    public required DateOnly? DueOn { get; init; }

    /// <summary>What the person who urged wrote.</summary>
    public required string? Note { get; init; }
    public required string? ByName { get; init; }

    /// <summary>First update about the occurrence after the reminder; null while there is none.</summary>
    public required DateTimeOffset? AnsweredAt { get; init; }
    public required ProgressState? Answer { get; init; }
    public required string? AnswerNote { get; init; }
    public required string? AnswerBy { get; init; }
}

/// <param name="UnitId">Null for all units the reader may see.</param>
/// <param name="OnlyUnanswered">Leaves out what was answered.</param>
public sealed record ReminderLogFilter(Guid? UnitId = null, bool OnlyUnanswered = false, bool OnlyUrging = false, int Page = 1);

/// <summary>The log of reminding and urging with its answers (LDR-09), the newest first.</summary>
public sealed class ReminderLog(DiemSangDbContext db)
{
    public const int PageSize = 50;

    public async Task<(IReadOnlyList<ReminderLogLine> Lines, int Total)> FindAsync(Actor actor, ReminderLogFilter filter, CancellationToken cancel = default)
    {
        var lines = Lines(Visible(actor, filter));
        if (filter.OnlyUnanswered)
        {
            lines = lines.Where(line => line.AnsweredAt == null);
        }

        var page = await lines.OrderByDescending(line => line.At).ThenBy(line => line.PersonName).Skip((filter.Page - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        return (page, await lines.CountAsync(cancel));
    }

    /// <summary>Whoever sees the whole organisation reads all of it; others what their own units were asked.</summary>
    private IQueryable<Notification> Visible(Actor actor, ReminderLogFilter filter)
    {
        var asked = db.Notifications.Where(one => one.OrganisationId == actor.OrganisationId);
        var units = filter.UnitId is { } unit ? [unit] : actor.SeesWholeOrganisation ? null : actor.UnitIds.ToArray();
        if (filter.UnitId is { } wanted && !actor.SeesWholeOrganisation && !actor.WorksIn(wanted))
        {
            units = [];
        }

        if (units is not null)
        {
            asked = asked.Where(one => db.Occurrences.Any(occurrence => occurrence.OrganisationId == one.OrganisationId && occurrence.Id == one.OccurrenceId && units.Contains(occurrence.UnitId)));
        }

        return filter.OnlyUrging ? asked.Where(one => one.Kind == NotificationKind.Urging) : asked;
    }

    private IQueryable<ReminderLogLine> Lines(IQueryable<Notification> asked) =>
        from one in asked
        join person in db.People on new { one.OrganisationId, Id = one.PersonId } equals new { person.OrganisationId, person.Id }

        // Also periods that an amendment has taken back since: people were asked for them.
        join occurrence in db.Occurrences.IgnoreQueryFilters() on new { one.OrganisationId, Id = one.OccurrenceId } equals new { occurrence.OrganisationId, occurrence.Id }
        join unit in db.Units on new { occurrence.OrganisationId, Id = occurrence.UnitId } equals new { unit.OrganisationId, unit.Id }
        from urger in db.People.Where(urger => urger.OrganisationId == one.OrganisationId && urger.Id == one.ByPersonId).DefaultIfEmpty()
        from answer in db.ProgressUpdates.Where(said => said.OrganisationId == one.OrganisationId && said.OccurrenceId == one.OccurrenceId && said.At >= one.At)
            .OrderBy(said => said.At).Take(1).DefaultIfEmpty()
        from speaker in db.People.Where(speaker => answer != null && speaker.OrganisationId == answer.OrganisationId && speaker.Id == answer.PersonId).DefaultIfEmpty()
        select new ReminderLogLine
        {
            At = one.At, Kind = one.Kind, PersonName = person.FullName, UnitName = unit.ShortName, TaskId = occurrence.TaskId, Title = occurrence.Task.Row.Title,
            DueOn = one.DueOn, Note = one.Note, ByName = urger == null ? null : urger.FullName,
            AnsweredAt = answer == null ? null : answer.At, Answer = answer == null ? null : answer.State, AnswerNote = answer == null ? null : answer.Note,
            AnswerBy = speaker == null ? null : speaker.FullName,
        };
}
