using DiemSang.Core.Language;
using DiemSang.Core.Planning;
using DiemSang.Core.Ranking;
using DiemSang.Core.Scoring;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Scorecards.Results;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Scorecards.SelfScoring;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Scorecards.Targets;

/// <summary>A target of the unit's plan for the scored year, held against the unit's result.</summary>
/// <param name="Target">What it wants; of one content where the plan says "each content".</param>
/// <param name="Content">The content of the set that it is about; null for the whole index.</param>
/// <param name="IsRunning">The result is not published yet.</param>
public sealed record JudgedTarget(TargetLine Line, PlanTarget Target, Criterion? Content, TargetJudgement Judgement, bool IsRunning);

/// <summary>
/// What plans in force wanted of the index that a round measures, beside what came of it. Row-level security decides whose plans the reader
/// sees: the own ones, and those of the organisations below.
/// </summary>
public sealed class TargetReader(DiemSangDbContext db, RankingReader ranking)
{
    private const int FewestForQuartiles = 4;

    /// <summary>Targets of one unit, those for single contents too, against its latest result that the reader knows.</summary>
    public async Task<IReadOnlyList<JudgedTarget>> OfSheetAsync(Actor actor, SheetFile sheet, CancellationToken cancel = default)
    {
        var subject = sheet.Participant.SubjectId;
        var lines = (await LinesAsync(sheet.File, [subject], cancel))[subject].ToList();
        if (lines.Count == 0)
        {
            return [];
        }

        var stage = sheet.Round.State == RoundState.Published ? SheetStage.Final : sheet.Latest();
        var ranked = await ranking.ReadAsync(actor, sheet.File, stage, cancel);
        var whole = ranked.FirstOrDefault(line => line.SubjectId == subject) is { } own ? ResultOf(sheet.File, own, ranked) : await RunningAsync(sheet, stage, cancel);
        var contents = sheet.At(stage).Root.Children;
        return [.. lines.SelectMany(line => Contents(line.ToTarget(), contents).Select(one => Judged(sheet.File, line, one.Target, one.Node, whole)))];
    }

    /// <summary>Targets for the whole index, unit by unit.</summary>
    public async Task<ILookup<Guid, JudgedTarget>> OfRankingAsync(RoundFile file, IReadOnlyList<RankingLine> ranked, CancellationToken cancel = default)
    {
        var lines = await LinesAsync(file, [.. ranked.Select(line => line.SubjectId)], cancel);
        return ranked.SelectMany(own => lines[own.SubjectId].Where(line => line is { Content: null } and not { Kind: TargetKind.Floor })
                .Select(line => (own.SubjectId, Target: Judged(file, line, line.ToTarget(), null, ResultOf(file, own, ranked)))))
            .ToLookup(pair => pair.SubjectId, pair => pair.Target);
    }

    /// <summary>Of two plans that say the same, the one for fewer years.</summary>
    private async Task<ILookup<Guid, TargetLine>> LinesAsync(RoundFile file, IReadOnlyCollection<Guid> subjects, CancellationToken cancel)
    {
        var (year, index) = (file.Round.Year, file.Set.Index?.Code());
        var lines = await db.Set<TargetLine>().AsNoTracking()
            .Where(line => subjects.Contains(line.OrganisationId) && line.PeriodFrom <= year && line.PeriodTo >= year && (line.IndexCode == index || line.IndexCode == null))
            .OrderBy(line => line.PeriodTo - line.PeriodFrom).ThenBy(line => line.PlanId).ThenBy(line => line.Position).ToListAsync(cancel);
        return lines.Where(IsAboutResult).DistinctBy(line => (line.OrganisationId, line.ToTarget())).ToLookup(line => line.OrganisationId);
    }

    /// <summary>A rank may be wanted of no index in particular; a percentage of one content says how work is done, not what the content scores.</summary>
    private static bool IsAboutResult(TargetLine line) => line.IndexCode is null
        ? line.Kind is TargetKind.RankRange or TargetKind.TopN
        : line.Content is null || line.Kind is TargetKind.Floor or TargetKind.Score;

    /// <summary>A floor without a named content is one for each.</summary>
    private static IEnumerable<(PlanTarget Target, NodeResult? Node)> Contents(PlanTarget target, IReadOnlyList<NodeResult> contents) =>
        target is { Kind: TargetKind.Floor, Content: null }
            ? contents.Where(node => node.Criterion.Kind == CriterionKind.Scored).Select(node => (target with { Content = node.Criterion.Title }, (NodeResult?)node))
            : [(target, target.Content is { } name ? ContentNamed(name, contents) : null)];

    /// <summary>Plans shorten the names of contents, and their readers sometimes take in what follows: one name has to begin with the other.</summary>
    private static NodeResult? ContentNamed(string name, IReadOnlyList<NodeResult> contents)
    {
        var folded = VietnameseText.Fold(name);
        var alike = contents.Where(node => VietnameseText.Fold(node.Criterion.Title) is var title && (title.StartsWith(folded, StringComparison.Ordinal) || folded.StartsWith(title, StringComparison.Ordinal))).ToList();
        return alike is [var only] ? only : null;
    }

    private static JudgedTarget Judged(RoundFile file, TargetLine line, PlanTarget target, NodeResult? content, MeasuredResult whole)
    {
        var judgement = target.Content is null ? target.Judge(whole)
            : content is null ? TargetJudgement.NotComparable("Bộ tiêu chí không có nội dung tên như trong mục tiêu.")
            : target.Judge(new MeasuredResult(content.Index, PointsOf(content, target.OutOf)));
        return new JudgedTarget(line, target, content?.Criterion, judgement, file.Round.State != RoundState.Published);
    }

    private static decimal? PointsOf(NodeResult content, decimal? outOf) =>
        content.State != NodeState.Scored ? null : outOf is { } scale && scale != content.Criterion.Max ? content.Index * scale / 100 : content.Points;

    private static MeasuredResult ResultOf(RoundFile file, RankingLine own, IReadOnlyList<RankingLine> ranked)
    {
        var before = own.Past.FirstOrDefault(past => past.Year == file.Round.Year - 1);
        var peers = ranked.Where(line => line.PeerGroup == own.PeerGroup && line.Rank is not null).Select(line => line.Ranked.Index).OfType<decimal>().ToList();
        return Measured(file, own.Ranked.Index) with
        {
            Rank = own.Rank, RankOf = own.RankOf, IndexBefore = before?.Index, RankBefore = before?.Rank,
            Quartiles = peers.Count >= FewestForQuartiles ? QuartileScale.Of(peers, boundaryIsHigher: false) : null,
        };
    }

    /// <summary>A unit knows its own sheet before the ranking is published.</summary>
    private async Task<MeasuredResult> RunningAsync(SheetFile sheet, SheetStage stage, CancellationToken cancel)
    {
        var total = sheet.TotalAt(stage);
        var before = await db.Results.Where(result => result.SubjectId == sheet.Participant.SubjectId && result.IndexCode == sheet.File.Set.Code && result.Year == sheet.Round.Year - 1)
            .Select(result => new { result.IndexValue, result.Rank }).FirstOrDefaultAsync(cancel);
        return Measured(sheet.File, total.Count == 0 ? null : total.Index) with { IndexBefore = before?.IndexValue, RankBefore = before?.Rank };
    }

    /// <summary>PAPI is told in points of its own total, the other indices in percent.</summary>
    private static MeasuredResult Measured(RoundFile file, decimal? index) =>
        new(index, file.Set.Index == MeasuredIndex.Papi ? index * file.Set.Total / 100 : index) { Grades = GradeScale.Parse(file.Round.Grades, out _) };
}
