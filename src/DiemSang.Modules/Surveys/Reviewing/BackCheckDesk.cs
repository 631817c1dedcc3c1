using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Surveys.Reviewing;

/// <summary>The back-checks of a wave.</summary>
/// <param name="Known">What stands about each response, by list and response.</param>
public sealed record BackCheckedWave(
    WaveAnswers Answers, IReadOnlyList<BackCheck> Lists, IReadOnlyDictionary<(Guid List, Guid Response), BackCheckAnswer> Known, IReadOnlyDictionary<Guid, string> Helpers)
{
    public string? EnumeratorOf(GivenAnswer answer) => answer.HelperId is { } helper ? Helpers.GetValueOrDefault(helper) : null;

    /// <summary>All together first, then each enumerator, then those who answered by themselves.</summary>
    public IReadOnlyList<Agreement> Agreements
    {
        get
        {
            var outcomes = Known.Values.GroupBy(answer => answer.ResponseId).ToDictionary(answers => answers.Key, answers => answers.MaxBy(answer => answer.RecordedAt)!.Outcome);
            return
            [
                .. Answers.Answers.GroupBy(EnumeratorOf).OrderBy(group => group.Key is null).ThenBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => Of(group.Key, [.. group.Select(answer => answer.Id)], outcomes)),
            ];
        }
    }

    public Agreement All => Agreements.Aggregate((a, b) => new Agreement(null, a.Responses + b.Responses, a.Same + b.Same, a.Different + b.Different, a.NotReached + b.NotReached));

    private static Agreement Of(string? enumerator, List<Guid> responses, Dictionary<Guid, BackCheckOutcome> outcomes)
    {
        var found = responses.Where(outcomes.ContainsKey).ToLookup(response => outcomes[response]);
        return new Agreement(enumerator, responses.Count, found[BackCheckOutcome.Same].Count(), found[BackCheckOutcome.Different].Count(), found[BackCheckOutcome.NotReached].Count());
    }
}

/// <summary>What was said the second time about one response.</summary>
public sealed record BackCheckNote(Guid Response, BackCheckOutcome Outcome, string? Note);

/// <summary>Draws lists of responses to ask about again, and keeps what was said.</summary>
public sealed class BackCheckDesk(WaveAnswersReader reader, ReviewDesk reviews, HelperNames helpers, DiemSangDbContext db, TimeProvider clock)
{
    /// <summary>Null when the wave never opened.</summary>
    public async Task<BackCheckedWave?> OpenAsync(Actor actor, Guid waveId, CancellationToken cancel = default)
    {
        if (await reader.ReadAsync(actor.OrganisationId, waveId, cancel) is not { } answers)
        {
            return null;
        }

        var lists = await db.Set<BackCheck>().AsNoTracking().Where(check => check.OrganisationId == actor.OrganisationId && check.WaveId == waveId)
            .OrderByDescending(check => check.DrawnAt).ToListAsync(cancel);
        var ids = lists.ConvertAll(list => list.Id);
        var said = await db.Set<BackCheckAnswer>().AsNoTracking().Where(answer => answer.OrganisationId == actor.OrganisationId && ids.Contains(answer.BackCheckId))
            .OrderBy(answer => answer.RecordedAt).ToListAsync(cancel);
        return new BackCheckedWave(
            answers, lists, said.GroupBy(answer => (answer.BackCheckId, answer.ResponseId)).ToDictionary(answers => answers.Key, answers => answers.Last()), await helpers.OfAsync(answers, cancel));
    }

    /// <summary>As many responses as there are when fewer than wanted.</summary>
    public async Task<BackCheck> DrawAsync(Actor actor, WaveAnswers wave, int size, bool onlyHelped, string seed, CancellationToken cancel = default)
    {
        var review = await reviews.ReviewAsync(wave, [], cancel);
        var drawn = new BackCheck
        {
            OrganisationId = actor.OrganisationId, WaveId = wave.Wave.Id, Seed = seed, Size = size, OnlyHelped = onlyHelped, DrawnAt = clock.GetUtcNow(),
            Responses = [.. review.BackCheck(size, seed, trace => !onlyHelped || trace.ByStaff).Select(Guid.Parse)],
        };
        db.Add(drawn);
        await db.SaveAsync(actor.To("surveys.draw-back-check"), cancel);
        return drawn;
    }

    /// <summary>Keeps what is new; what stands already is not written twice.</summary>
    /// <returns>How many were kept.</returns>
    public async Task<int> RecordAsync(Actor actor, BackCheckedWave wave, BackCheck list, IEnumerable<BackCheckNote> notes, CancellationToken cancel = default)
    {
        var said = notes.Where(note => list.Responses.Contains(note.Response))
            .Where(note => wave.Known.GetValueOrDefault((list.Id, note.Response)) is not { } known || known.Outcome != note.Outcome || known.Note != note.Note)
            .Select(note => new BackCheckAnswer
            {
                OrganisationId = actor.OrganisationId, BackCheckId = list.Id, ResponseId = note.Response, Outcome = note.Outcome, Note = note.Note,
                RecordedBy = actor.PersonId, RecordedAt = clock.GetUtcNow(),
            }).ToList();
        db.AddRange(said);
        await db.SaveAsync(actor.To("surveys.record-back-check"), cancel);
        return said.Count;
    }
}
