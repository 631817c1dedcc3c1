using DiemSang.Core.Scoring;
using DiemSang.Documents.Criteria;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Scorecards.Improving;

/// <summary>A criterion that a plan row earns points for.</summary>
/// <param name="RoundId">The latest round on this set in which the organisation takes part; null before there is one.</param>
/// <param name="Points">Self-scored in that round; null until then.</param>
public sealed record FedCriterion(Criterion Criterion, Guid? RoundId, decimal? Points);

/// <summary>The way back from a task to the points it feeds.</summary>
public sealed class FedCriteria(DiemSangDbContext db)
{
    public async Task<IReadOnlyList<FedCriterion>> OfRowAsync(Actor actor, Guid rowId, CancellationToken cancel = default)
    {
        var links = await db.CriterionLinks.Where(link => link.OrganisationId == actor.OrganisationId && link.RowId == rowId).ToListAsync(cancel);
        var fed = new List<FedCriterion>();
        foreach (var set in links.GroupBy(link => link.SetCode))
        {
            fed.AddRange(await OfSetAsync(actor, set.Key, [.. set.Select(link => link.Code)], cancel));
        }

        return fed;
    }

    private async Task<IEnumerable<FedCriterion>> OfSetAsync(Actor actor, string setCode, IReadOnlyList<string> codes, CancellationToken cancel)
    {
        var edition = await db.CriteriaEditions.Where(one => one.Code == setCode && one.State == EditionState.Published).OrderByDescending(one => one.PublishedAt).FirstOrDefaultAsync(cancel);
        if (edition is null)
        {
            return [];
        }

        var round = await db.Rounds.Where(one => one.OrganisationId == edition.OrganisationId && one.EditionId == edition.Id && (one.State == RoundState.Open || one.State == RoundState.Published)
                && db.Participants.Any(part => part.OrganisationId == one.OrganisationId && part.RoundId == one.Id && part.SubjectId == actor.OrganisationId))
            .OrderByDescending(one => one.Year).ThenByDescending(one => one.SelfScoreTo).Select(one => (Guid?)one.Id).FirstOrDefaultAsync(cancel);
        var points = await db.SelfScores.Where(score => score.OrganisationId == actor.OrganisationId && codes.Contains(score.Code) && db.ScoreSheets.Any(sheet => sheet.OrganisationId == score.OrganisationId && sheet.Id == score.SheetId && sheet.RoundId == round))
            .ToDictionaryAsync(score => score.Code, score => score.Points, cancel);
        var set = CriteriaSetYaml.Read(edition.Yaml);
        return codes.Select(set.Find).OfType<Criterion>().Select(criterion => new FedCriterion(criterion, round, points.GetValueOrDefault(criterion.Code)));
    }
}
