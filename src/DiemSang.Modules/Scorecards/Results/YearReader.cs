using DiemSang.Core.Scoring;
using DiemSang.Modules.Scorecards.Sets;
using DiemSang.Modules.Scorecards.SelfScoring;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Scorecards.Results;

/// <param name="Before">Null where the year before has only a total, or nothing.</param>
public sealed record YearsOfUnit(IReadOnlyList<Result> Results, Result? Before, VersionComparison? Comparison);

/// <summary>One unit over the years, also across versions of the set: criteria are compared through what each says it continues.</summary>
public sealed class YearReader(DiemSangDbContext db, EngineShelf shelf)
{
    /// <param name="stage">Which of this year's values is compared with the published ones before.</param>
    public async Task<YearsOfUnit> ReadAsync(SheetFile sheet, SheetStage stage, CancellationToken cancel = default)
    {
        var results = await db.Results.Where(result => result.SubjectId == sheet.Participant.SubjectId && result.IndexCode == sheet.File.Set.Code)
            .OrderByDescending(result => result.Year).ToListAsync(cancel);
        var before = results.Find(result => result.Year < sheet.Round.Year && result.RoundId is not null);
        if (before is null || await EditionAsync(before.RoundId!.Value, cancel) is not { } edition)
        {
            return new YearsOfUnit(results, null, null);
        }

        return new YearsOfUnit(results, before, VersionComparison.Between(FrozenSheet.Of(shelf.Of(edition), before), sheet.At(stage)));
    }

    private async Task<CriteriaEdition?> EditionAsync(Guid roundId, CancellationToken cancel) => await (
        from round in db.Rounds
        where round.Id == roundId
        join edition in db.CriteriaEditions on new { round.OrganisationId, Id = round.EditionId } equals new { edition.OrganisationId, edition.Id }
        select edition).SingleOrDefaultAsync(cancel);
}
