using DiemSang.Core.Ranking;
using DiemSang.Modules.Access;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Scorecards.SelfScoring;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Scorecards.Results;

/// <summary>A published result of another year, for the trend.</summary>
public sealed record PastResult(int Year, decimal? Index, int? Rank, int? RankOf, string? Grade);

/// <param name="Totals">The four values side by side; a stage that the reader may not see is empty.</param>
/// <param name="Ranked">The value that ranks: of the stage asked for.</param>
public sealed record RankingLine(
    Guid SubjectId, string Name, string? PeerGroup, IReadOnlyDictionary<SheetStage, StageTotal> Totals, StageTotal Ranked, int? Rank, int RankOf, string? Grade, IReadOnlyList<PastResult> Past);

/// <summary>The ranking of a round at one stage with the years before: a fixed number of queries, one row for each unit and year.</summary>
public sealed class RankingReader(DiemSangDbContext db)
{
    private const int Years = 5;

    public async Task<IReadOnlyList<RankingLine>> ReadAsync(Actor actor, RoundFile file, SheetStage stage, CancellationToken cancel = default)
    {
        var totals = await TotalsAsync(actor, file, cancel);
        var past = await PastAsync(file, [.. totals.Select(unit => unit.SubjectId)], cancel);
        var byId = totals.ToDictionary(unit => unit.SubjectId.ToString());
        var grades = GradeScale.Parse(file.Round.Grades, out _);
        var standings = Ranking.Of([.. totals.Select(unit => new RankedUnit(unit.SubjectId.ToString(), unit.PeerGroup, unit.At(stage).Index, unit.IsRanked))], file.Round.Ties);
        return
        [
            .. standings.Select(standing =>
            {
                var unit = byId[standing.Unit.Name];
                return new RankingLine(
                    unit.SubjectId, unit.Name, unit.PeerGroup, unit.ByStage, unit.At(stage), standing.Rank, standing.RankedCount, grades?.Of(standing.Unit.Value), [.. past[unit.SubjectId]]);
            }),
        ];
    }

    /// <summary>Running totals for the keeper; for those below, what was published.</summary>
    private async Task<IReadOnlyList<UnitTotals>> TotalsAsync(Actor actor, RoundFile file, CancellationToken cancel)
    {
        var round = file.Round;
        if (!file.IsKeptBy(actor))
        {
            var published = await db.Results.Where(result => result.OrganisationId == round.OrganisationId && result.RoundId == round.Id)
                .Select(result => new { result.SubjectId, result.SubjectName, result.PeerGroup, result.Rank, result.Points, result.Max }).ToListAsync(cancel);
            return [.. published.Select(one => new UnitTotals(one.SubjectId, one.SubjectName, one.PeerGroup, one.Rank is not null, new() { [SheetStage.Final] = new StageTotal(one.Points, one.Max, 0) }))];
        }

        var rows = await (
            from participant in db.Participants
            where participant.OrganisationId == round.OrganisationId && participant.RoundId == round.Id
            join sheet in db.ScoreSheets.Where(sheet => sheet.KeeperId == round.OrganisationId && sheet.RoundId == round.Id) on participant.SubjectId equals sheet.OrganisationId into found
            from sheet in found.DefaultIfEmpty()
            orderby participant.PeerGroup, participant.SubjectName
            select new { Participant = participant, Points = sheet == null ? null : sheet.SelfPoints, Max = sheet == null ? null : sheet.SelfMax, Count = sheet == null ? 0 : sheet.SelfCount })
            .AsNoTracking().ToListAsync(cancel);
        return [.. rows.Select(row => new UnitTotals(row.Participant.SubjectId, row.Participant.SubjectName, row.Participant.PeerGroup, row.Participant.IsRanked, new()
        {
            [SheetStage.Self] = new StageTotal(row.Points, row.Max, row.Count), [SheetStage.Appraisal1] = row.Participant.Appraisal1,
            [SheetStage.Appraisal2] = row.Participant.Appraisal2, [SheetStage.Final] = row.Participant.Final,
        }))];
    }

    private async Task<ILookup<Guid, PastResult>> PastAsync(RoundFile file, IReadOnlyCollection<Guid> subjects, CancellationToken cancel)
    {
        var (year, code) = (file.Round.Year, file.Set.Code);
        var rows = await db.Results
            .Where(result => subjects.Contains(result.SubjectId) && result.IndexCode == code && result.Year < year && result.Year > year - Years)
            .OrderByDescending(result => result.Year)
            .Select(result => new { result.SubjectId, result.Year, result.IndexValue, result.Rank, result.RankOf, result.Grade }).ToListAsync(cancel);
        return rows.ToLookup(row => row.SubjectId, row => new PastResult(row.Year, row.IndexValue, row.Rank, row.RankOf, row.Grade));
    }

    private sealed record UnitTotals(Guid SubjectId, string Name, string? PeerGroup, bool IsRanked, Dictionary<SheetStage, StageTotal> ByStage)
    {
        public StageTotal At(SheetStage stage) => ByStage.GetValueOrDefault(stage, StageTotal.Nothing);
    }
}
