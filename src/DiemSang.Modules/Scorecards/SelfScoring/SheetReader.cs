using DiemSang.Core.Scoring;
using DiemSang.Modules.Access;
using DiemSang.Modules.Evidence;
using DiemSang.Modules.Scorecards.Results;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Scorecards.Sets;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Shared.Files;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Scorecards.SelfScoring;

/// <summary>Opens sheets: one for its unit or its appraisers, all of a round for those who keep it.</summary>
public sealed class SheetReader(DiemSangDbContext db, EvidenceLibrary evidence, EngineShelf shelf)
{
    /// <summary>Null for anybody but the unit itself, the keeper of the round and its appraising agencies.</summary>
    public async Task<SheetFile?> OpenAsync(Actor actor, RoundFile file, Guid subjectId, CancellationToken cancel = default)
    {
        if (subjectId != actor.OrganisationId && !file.IsReadBy(actor))
        {
            return null;
        }

        return (await OpenManyAsync(file, [subjectId], cancel)).SingleOrDefault();
    }

    /// <summary>Sheets of these units, or of all when <paramref name="subjects"/> is null, in a fixed number of queries.</summary>
    public async Task<IReadOnlyList<SheetFile>> OpenManyAsync(RoundFile file, IReadOnlyCollection<Guid>? subjects, CancellationToken cancel = default)
    {
        var round = file.Round;
        var participants = await db.Participants.Where(one => one.OrganisationId == round.OrganisationId && one.RoundId == round.Id && (subjects == null || subjects.Contains(one.SubjectId))).ToListAsync(cancel);
        var ids = participants.ConvertAll(one => one.SubjectId);
        var sheets = await db.ScoreSheets.Include(sheet => sheet.Scores)
            .Where(sheet => sheet.KeeperId == round.OrganisationId && sheet.RoundId == round.Id && ids.Contains(sheet.OrganisationId)).ToDictionaryAsync(sheet => sheet.OrganisationId, cancel);
        var verdicts = (await db.Verdicts.Where(one => one.OrganisationId == round.OrganisationId && one.RoundId == round.Id && ids.Contains(one.SubjectId)).ToListAsync(cancel)).ToLookup(one => one.SubjectId);
        var duties = (await db.CriterionDuties.Where(one => ids.Contains(one.OrganisationId) && one.SetCode == file.Set.Code).ToListAsync(cancel)).ToLookup(one => one.OrganisationId);
        var proofs = await ProofsAsync([.. sheets.Values], cancel);
        var before = await LastYearAsync(file, ids, cancel);
        return
        [
            .. participants.Select(participant => new SheetFile(
                file, participant, sheets.GetValueOrDefault(participant.SubjectId), [.. verdicts[participant.SubjectId]],
                proofs.TryGetValue(participant.SubjectId, out var lookup) ? lookup : Array.Empty<EvidenceItem>().ToLookup(_ => ""),
                before.GetValueOrDefault(participant.SubjectId) ?? [], [.. duties[participant.SubjectId]])),
        ];
    }

    /// <summary>A file that proves something on this sheet; null for any other.</summary>
    public async Task<StoredFile?> FileAsync(SheetFile sheet, Guid fileId, CancellationToken cancel = default) =>
        sheet.Evidence.SelectMany(items => items).Any(item => item.FileId == fileId)
            ? await db.StoredFiles.SingleOrDefaultAsync(file => file.OrganisationId == sheet.Participant.SubjectId && file.Id == fileId, cancel)
            : null;

    private async Task<Dictionary<Guid, ILookup<string, EvidenceItem>>> ProofsAsync(IReadOnlyList<ScoreSheet> sheets, CancellationToken cancel)
    {
        var codes = sheets.SelectMany(sheet => sheet.Scores).ToDictionary(score => score.Id, score => score.Code);
        var proofs = await evidence.BySubjectAsync(EvidenceSubject.Criterion, codes.Keys, cancel);
        return sheets.ToDictionary(sheet => sheet.OrganisationId, sheet => sheet.Scores
            .SelectMany(score => proofs[score.Id].Select(item => (score.Code, Item: item)))
            .ToLookup(pair => pair.Code, pair => pair.Item));
    }

    /// <summary>Points of last year for criteria that continue one another and have the same maximum; others are not comparable as points.</summary>
    private async Task<Dictionary<Guid, Dictionary<string, decimal>>> LastYearAsync(RoundFile file, IReadOnlyCollection<Guid> subjects, CancellationToken cancel)
    {
        var results = await db.Results.Where(result => subjects.Contains(result.SubjectId) && result.IndexCode == file.Set.Code && result.Year == file.Round.Year - 1 && result.RoundId != null).ToListAsync(cancel);
        var engines = await EnginesAsync(results, cancel);
        var empty = file.Engine.Score(new SheetDeclaration { Items = new Dictionary<string, Declaration>() });
        return results.Where(result => engines.ContainsKey(result.RoundId!.Value)).ToDictionary(result => result.SubjectId, result =>
            VersionComparison.Between(FrozenSheet.Of(engines[result.RoundId!.Value], result), empty).Criteria
                .Where(pair => pair.Now.Criterion.IsLeaf && pair.Before is [{ Points: not null } only] && only.Criterion.Max == pair.Now.Criterion.Max)
                .ToDictionary(pair => pair.Now.Criterion.Code, pair => pair.Before[0].Points!.Value));
    }

    private async Task<Dictionary<Guid, ScoringEngine>> EnginesAsync(IReadOnlyList<Result> results, CancellationToken cancel)
    {
        var rounds = results.Select(result => result.RoundId!.Value).Distinct().ToList();
        var editions = await db.Rounds.Where(round => rounds.Contains(round.Id))
            .Join(db.CriteriaEditions, round => new { round.OrganisationId, Id = round.EditionId }, edition => new { edition.OrganisationId, edition.Id }, (round, edition) => new { Round = round.Id, Edition = edition })
            .ToListAsync(cancel);
        return editions.ToDictionary(pair => pair.Round, pair => shelf.Of(pair.Edition));
    }
}
