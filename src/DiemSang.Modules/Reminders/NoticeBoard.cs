using DiemSang.Modules.Reminders.Asking;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Reminders;

/// <summary>What one person, or several, are to be told.</summary>
/// <param name="Key">The same key never tells the same person twice.</param>
public sealed record News(IReadOnlyCollection<Guid> People, string Key, string Title, string Path);

/// <summary>Takes notices of other modules: they stand under the bell at once and in the next day's letter.</summary>
public sealed class NoticeBoard(DiemSangDbContext db, ReminderRules rules, TimeProvider clock)
{
    /// <summary>Days before an end on which the organisation wants to hear of what is left to do.</summary>
    public async Task<int> DaysBeforeEndAsync(Guid organisationId, CancellationToken cancel = default) => (await rules.OfAsync(organisationId, cancel)).BeforeEnd;

    /// <summary>Adds what these people have not been told yet; saved with the caller's own act.</summary>
    /// <returns>How many notices are new.</returns>
    public async Task<int> AddAsync(Guid organisationId, IReadOnlyList<News> news, CancellationToken cancel = default)
    {
        var keys = news.Select(one => one.Key).ToArray();
        var told = (await db.Notices.Where(one => one.OrganisationId == organisationId && keys.Contains(one.Key)).Select(one => new { one.PersonId, one.Key }).ToListAsync(cancel))
            .Select(one => (one.PersonId, one.Key)).ToHashSet();
        var added = news.SelectMany(one => one.People.Distinct().Select(person => (Person: person, News: one))).Where(pair => told.Add((pair.Person, pair.News.Key))).ToList();
        db.Notices.AddRange(added.Select(pair => new Notice
        {
            OrganisationId = organisationId, PersonId = pair.Person, Key = pair.News.Key, Path = pair.News.Path, At = clock.GetUtcNow(),
            Title = pair.News.Title.Length > Notice.TitleMaxLength ? pair.News.Title[..Notice.TitleMaxLength] : pair.News.Title,
        }));
        return added.Count;
    }
}
