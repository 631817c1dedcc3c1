using DiemSang.Core.Calendars;
using DiemSang.Core.Reminders;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Reminders.Asking;

/// <summary>One person to be told of one thing that waits for them.</summary>
internal sealed record WaitingQuestion(StaffMember Person, WaitingWord Word);

/// <summary>Tells people what waits for their word: on the first morning, every few working days, and on the day it was asked for by.</summary>
public sealed class WaitingWords(DiemSangDbContext db, WorkingCalendar calendar)
{
    /// <returns>Who is to be told of what today, without what they were told already.</returns>
    internal async Task<List<WaitingQuestion>> QuestionsAsync(Guid organisation, ReminderRule rule, Staff staff, DateOnly today, CancellationToken cancel)
    {
        var words = await db.Set<WaitingWord>().Where(word => word.OrganisationId == organisation).OrderBy(word => word.Since).ToListAsync(cancel);
        var subjects = words.Select(word => word.SubjectId).ToArray();
        var told = await db.WaitingNotices
            .Where(notice => notice.OrganisationId == organisation && subjects.Contains(notice.SubjectId))
            .GroupBy(notice => new { notice.PersonId, notice.SubjectId })
            .Select(notices => new { notices.Key, Last = notices.Max(notice => notice.AskedOn) })
            .ToDictionaryAsync(notices => (notices.Key.PersonId, notices.Key.SubjectId), notices => notices.Last, cancel);
        return
        [
            .. from word in words
               from person in staff.Of(AudienceOf(word), word.PersonId, word.UnitId)
               where !told.TryGetValue((person.Id, word.SubjectId), out var last) || IsDueAgain(word, last, rule, today)
               select new WaitingQuestion(person, word),
        ];
    }

    private bool IsDueAgain(WaitingWord word, DateOnly last, ReminderRule rule, DateOnly today) =>
        last < today && (word.DueOn == today || calendar.WorkingDaysBetween(last, today) >= rule.WaitingEvery);

    private static Audience AudienceOf(WaitingWord word) => word switch
    {
        { Kind: WaitingKind.Amendment } or { Kind: WaitingKind.Decision, PersonId: null } => Audience.Leader,
        _ => Audience.Responsible,
    };
}

/// <summary>One waiting thing as a letter says it.</summary>
/// <param name="Link">Opens the page where the word is given.</param>
public sealed record WaitingLine(WaitingWord Word, string Link)
{
    public string Title => Word.Kind switch
    {
        WaitingKind.Decision => $"Cần quyết định: {Word.Title}",
        WaitingKind.Request => $"Cần trả lời: {Word.Title}",
        WaitingKind.Proposal => $"Đề nghị sửa đổi cần tổng hợp: {Word.Title}",
        _ => $"Sửa đổi kế hoạch cần phê duyệt: {Word.Title}",
    };

    /// <summary>What was said, since when, and by when a word is hoped for: nobody is late with it.</summary>
    public string Facts => string.Join(" · ", new[]
    {
        Word.Text is null ? null : $"“{Word.Text}”", $"từ ngày {Word.Since.VietnameseDay():dd/MM/yyyy}", Word.DueOn is { } day ? $"mong nhận trước {day:dd/MM/yyyy}" : null,
    }.OfType<string>());
}
