using DiemSang.Core.Calendars;
using DiemSang.Core.Reminders;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Reminders.Asking;

/// <summary>
/// Asks everybody who is to be asked today, once. All of an organisation's reminders and letters are written in one transaction under a lock, so a
/// node that dies in the middle leaves nothing half done and a second node finds nothing left to do.
/// </summary>
public sealed class ReminderRound(DiemSangDbContext db, ReminderRules rules, WaitingWords waiting, Letters letters, WorkingCalendar calendar, TimeProvider clock)
{
    /// <summary>For the organisation of this unit of work; any number of times a day.</summary>
    /// <returns>Number of people asked now.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        var organisation = db.Tenant.OrganisationId ?? throw new InvalidOperationException("A round is for one organisation.");
        var rule = await rules.OfAsync(organisation, cancel);
        var ladder = new ReminderLadder(rule, calendar);
        var now = clock.GetUtcNow().InVietnam().DateTime;
        if (!ladder.MayDisturb(now) || TimeOnly.FromDateTime(now) < rule.DigestAt)
        {
            return 0;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.TakeTurnAsync("reminders.round" + organisation, cancel);
        var today = DateOnly.FromDateTime(now);
        var staff = await Staff.OnAsync(db, organisation, today, cancel);
        var questions = (await QuestionsAsync(organisation, rule, ladder, staff, today, cancel)).ToLookup(question => question.Person);
        var words = (await waiting.QuestionsAsync(organisation, rule, staff, today, cancel)).ToLookup(question => question.Person, question => question.Word);
        var news = await NewsAsync(organisation, staff, cancel);
        var asked = 0;
        foreach (var person in questions.Select(one => one.Key).Union(words.Select(one => one.Key)).Union(news.Select(one => one.Key)))
        {
            asked += await AskAsync(organisation, person, [.. questions[person]], [.. words[person]], [.. news[person]], rule, cancel) ? 1 : 0;
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return asked;
    }

    /// <summary>Who is to be asked what, without what they were asked already.</summary>
    private async Task<List<Question>> QuestionsAsync(Guid organisation, ReminderRule rule, ReminderLadder ladder, Staff staff, DateOnly today, CancellationToken cancel)
    {
        var horizon = calendar.AddWorkingDays(today, rule.Lead).Day;
        var open = await db.OpenWork(organisation).Where(work => work.DueOn != null && work.DueOn <= horizon && work.FromDate <= today).ToListAsync(cancel);
        var questions = open.WithoutOlderCheckIns(today).SelectMany(work => Questions.About(work, ladder.Reached(work.Asked, today), staff)).ToList();

        var occurrences = questions.Select(question => question.Work.OccurrenceId).Distinct().ToArray();
        var asked = await db.Notifications
            .Where(one => one.OrganisationId == organisation && occurrences.Contains(one.OccurrenceId))
            .Select(one => new { one.PersonId, one.OccurrenceId, one.Step, one.StepDay }).ToListAsync(cancel);
        var keys = asked.Select(one => (one.PersonId, one.OccurrenceId, one.Step, one.StepDay)).ToHashSet();
        return [.. questions.Where(question => !keys.Contains((question.Person.Id, question.Work.OccurrenceId, question.Step.Step.Code, question.Step.Day)))];
    }

    /// <summary>Notices that no letter has carried yet, by person; people who have left get none.</summary>
    private async Task<ILookup<StaffMember, Notice>> NewsAsync(Guid organisation, Staff staff, CancellationToken cancel)
    {
        var unsent = await db.Notices.Where(one => one.OrganisationId == organisation && one.MailedAt == null).OrderBy(one => one.At).ToListAsync(cancel);
        return unsent.Where(one => staff.Find(one.PersonId) is not null).ToLookup(one => staff.Find(one.PersonId)!);
    }

    /// <summary>False where the person's own hour has not come, or the day's one letter has gone: the rest waits for tomorrow's.</summary>
    private async Task<bool> AskAsync(
        Guid organisation, StaffMember person, IReadOnlyList<Question> questions, IReadOnlyList<WaitingWord> words, IReadOnlyList<Notice> news, ReminderRule rule, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var byMail = letters.AreSent && person.Address is not null;
        var key = Mail.DigestKey(now.VietnameseDay());
        if (TimeOnly.FromDateTime(now.InVietnam().DateTime) < person.DigestAt
            || (byMail && await db.Mails.AnyAsync(mail => mail.OrganisationId == organisation && mail.PersonId == person.Id && mail.Key == key, cancel)))
        {
            return false;
        }

        db.Notifications.AddRange(questions.Select(question => new Notification
        {
            OrganisationId = organisation, PersonId = person.Id, OccurrenceId = question.Work.OccurrenceId, Kind = question.Kind,
            Step = question.Step.Step.Code, StepDay = question.Step.Day, DueOn = question.Work.DueOn, At = now,
        }));
        db.WaitingNotices.AddRange(words.Select(word => new WaitingNotice
        {
            OrganisationId = organisation, PersonId = person.Id, Kind = word.Kind, SubjectId = word.SubjectId, AskedOn = now.VietnameseDay(), At = now,
        }));
        news.ToList().ForEach(one => one.Mailed(now));
        if (byMail)
        {
            await letters.AddAsync(organisation, person, key, [.. questions.Select(question => new DigestLine(question.Work, question.Kind, ""))], rule, cancel, words, news);
        }

        return true;
    }
}
