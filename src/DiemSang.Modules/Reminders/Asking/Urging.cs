using DiemSang.Core.Reminders;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DiemSang.Modules.Reminders.Asking;

public enum UrgeOutcome { Urged, NotFound, NotAllowed, UrgedToday, NobodyThere }

/// <param name="People">Whom the urging went to.</param>
public sealed record UrgeResult(UrgeOutcome Outcome, IReadOnlyList<string> People);

/// <summary>Đôn đốc: a person asks now, in their own words, and the log keeps it with the answer (LDR-09). Once a day for each piece of work.</summary>
public sealed class Urging(DiemSangDbContext db, ReminderRules rules, Letters letters, TimeProvider clock)
{
    public async Task<UrgeResult> UrgeAsync(Actor actor, Guid occurrenceId, string? note, CancellationToken cancel = default)
    {
        if (await FindAsync(actor, occurrenceId, cancel) is not { } work)
        {
            return new UrgeResult(UrgeOutcome.NotFound, []);
        }

        if (!actor.MayUrge(work.UnitId))
        {
            return new UrgeResult(UrgeOutcome.NotAllowed, []);
        }

        var today = clock.Today();
        var people = (await Staff.OnAsync(db, actor.OrganisationId, today, cancel)).Of(Audience.Responsible, work).ToList();
        if (people.Count == 0)
        {
            return new UrgeResult(UrgeOutcome.NobodyThere, []);
        }

        foreach (var person in people)
        {
            await AddAsync(actor, person, work, today, note, cancel);
        }

        return await SaveAsync(actor, cancel) ? new UrgeResult(UrgeOutcome.Urged, [.. people.Select(person => person.FullName)]) : new UrgeResult(UrgeOutcome.UrgedToday, []);
    }

    /// <summary>The work as the form shows it; null when it is done, or is none of the actor's organisation.</summary>
    public Task<OpenWork?> FindAsync(Actor actor, Guid occurrenceId, CancellationToken cancel = default) =>
        db.OpenWork(actor.OrganisationId).SingleOrDefaultAsync(work => work.OccurrenceId == occurrenceId, cancel);

    /// <summary>The task of work that has been answered since somebody was told to urge; null when the actor may not see it.</summary>
    public async Task<Guid?> AnsweredAsync(Actor actor, Guid occurrenceId, CancellationToken cancel = default) =>
        (await db.VisibleOccurrenceAsync(actor, occurrenceId, cancel))?.TaskId;

    private async Task AddAsync(Actor actor, StaffMember person, OpenWork work, DateOnly today, string? note, CancellationToken cancel)
    {
        var urging = new Notification
        {
            OrganisationId = actor.OrganisationId, PersonId = person.Id, OccurrenceId = work.OccurrenceId, Kind = NotificationKind.Urging, Step = Notification.UrgeStep, StepDay = today,
            DueOn = work.DueOn, Note = note, ByPersonId = actor.PersonId, At = clock.GetUtcNow(),
        };
        db.Notifications.Add(urging);
        if (letters.AreSent && person.Address is not null)
        {
            // A letter of its own: it does not wait for tomorrow's digest. In the quiet hours the sender keeps it until they end.
            await letters.AddAsync(
                actor.OrganisationId, person, $"urge {urging.Id}", [new DigestLine(work, NotificationKind.Urging, "", note, actor.FullName)], await rules.OfAsync(actor.OrganisationId, cancel), cancel);
        }
    }

    /// <summary>False when somebody urged the same today: the unique key decides, also between two who press at once.</summary>
    private async Task<bool> SaveAsync(Actor actor, CancellationToken cancel)
    {
        try
        {
            await db.SaveAsync(actor.To("reminders.urge"), cancel);
            return true;
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
