using DiemSang.Core.Ranking;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Scorecards.Rounds;

/// <summary>What a new round is made of.</summary>
public sealed record RoundOrder(Guid EditionId, string Title, int Year, RoundDates Dates, IReadOnlyCollection<Guid> Subjects, string Grades)
{
    public TieRule Ties { get; init; } = TieRule.Competition;
}

/// <summary>Opens rounds, moves their days, gives a unit more time. Every save says who and why.</summary>
public sealed class RoundKeeper(DiemSangDbContext db, TimeProvider clock)
{
    /// <summary>The organisation itself (for a round of its own in the course of the year) and everything below it.</summary>
    public Task<List<Organisation>> CandidatesAsync(Actor actor, CancellationToken cancel = default) =>
        db.Organisations.Where(one => one.ClosedOn == null && one.Path.Contains(actor.OrganisationId)).OrderBy(one => one.Kind).ThenBy(one => one.NameFolded).ToListAsync(cancel);

    /// <summary>Null when the set is not a published one of this organisation or of a superior, or a unit is not below it.</summary>
    public async Task<Round?> AddAsync(Actor actor, RoundOrder order, CancellationToken cancel = default)
    {
        var edition = await OwnEditionAsync(actor, order.EditionId, cancel);
        var subjects = (await CandidatesAsync(actor, cancel)).Where(one => order.Subjects.Contains(one.Id)).ToList();
        if (edition is null || subjects.Count == 0 || !order.Dates.AreInOrder)
        {
            return null;
        }

        var round = new Round(edition, order.Title, order.Year, order.Dates) { Grades = order.Grades, Ties = order.Ties };
        db.Rounds.Add(round);
        db.Participants.AddRange(subjects.Select(subject => new Participant(round, subject, PeerGroupOf(subject))));
        await db.SaveAsync(actor.To("scorecards.add-round"), cancel);
        return round;
    }

    public async Task OpenAsync(Actor actor, Round round, CancellationToken cancel = default)
    {
        round.Open();
        round.Reach(clock.Today());
        await ReachAsync(round, cancel);
        await db.SaveAsync(actor.To("scorecards.open-round"), cancel);
    }

    public Task WithdrawAsync(Actor actor, Round round, CancellationToken cancel = default)
    {
        round.Withdraw();
        return db.SaveAsync(actor.To("scorecards.withdraw-round"), cancel);
    }

    /// <returns>False when somebody else changed the round meanwhile.</returns>
    public async Task<bool> MoveDatesAsync(Actor actor, Round round, RoundDates dates, int seen, string reason, CancellationToken cancel = default)
    {
        round.SetDates(dates);
        round.Reach(clock.Today());
        await ReachAsync(round, cancel);
        db.Entry(round).Property(row => row.Version).OriginalValue = seen;
        return await SavedAsync(actor, "scorecards.move-dates", reason, cancel);
    }

    /// <summary>More time for one unit; its sheet, if handed in, is open again. False when somebody else changed it meanwhile.</summary>
    public async Task<bool> ReopenAsync(Actor actor, Round round, Participant participant, UnitDates dates, string reason, int seen, CancellationToken cancel = default)
    {
        participant.Reopen(dates, reason, clock.GetUtcNow());
        participant.Reach(round, clock.Today());
        db.Entry(participant).Property(row => row.Version).OriginalValue = seen;
        return await SavedAsync(actor, "scorecards.reopen", reason, cancel);
    }

    /// <summary>Some bodies have an index and are not ranked with the others. False when somebody else changed the unit meanwhile.</summary>
    public async Task<bool> RankAsync(Actor actor, Participant participant, bool isRanked, int seen, CancellationToken cancel = default)
    {
        participant.IsRanked = isRanked;
        db.Entry(participant).Property(row => row.Version).OriginalValue = seen;
        return await SavedAsync(actor, "scorecards.rank-unit", null, cancel);
    }

    public static string PeerGroupOf(Organisation subject) => subject.Kind switch
    {
        OrganisationKind.Ward => "Phường",
        OrganisationKind.Commune or OrganisationKind.SpecialZone => "Xã, đặc khu",
        OrganisationKind.Agency => "Sở, ban, ngành",
        _ => "Tỉnh",
    };

    /// <summary>A round lies on a set of its own organisation; one from above is first taken over, as it is, so that it cannot change underneath.</summary>
    private async Task<CriteriaEdition?> OwnEditionAsync(Actor actor, Guid editionId, CancellationToken cancel)
    {
        var edition = await db.CriteriaEditions.SingleOrDefaultAsync(one => one.Id == editionId && one.State == EditionState.Published, cancel);
        if (edition is null || edition.OrganisationId == actor.OrganisationId)
        {
            return edition;
        }

        var taken = await db.CriteriaEditions.FirstOrDefaultAsync(one => one.OrganisationId == actor.OrganisationId && one.ClonedFromId == editionId && one.State == EditionState.Published, cancel);
        if (taken is null)
        {
            taken = new CriteriaEdition(actor.OrganisationId, Documents.Criteria.CriteriaSetYaml.Read(edition.Yaml), edition.Id);
            taken.Publish(clock.GetUtcNow());
            db.CriteriaEditions.Add(taken);
        }

        return taken;
    }

    /// <summary>The units' stages move with the round's.</summary>
    private async Task ReachAsync(Round round, CancellationToken cancel)
    {
        var units = await db.Participants.Where(one => one.OrganisationId == round.OrganisationId && one.RoundId == round.Id).ToListAsync(cancel);
        units.ForEach(one => one.Reach(round, clock.Today()));
    }

    private async Task<bool> SavedAsync(Actor actor, string verb, string? reason, CancellationToken cancel)
    {
        try
        {
            await db.SaveAsync(actor.To(verb, reason), cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
