using DiemSang.Core.Scoring;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Scorecards.SelfScoring;
using DiemSang.Modules.Scorecards.Sets;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Scorecards.Feeding;

/// <param name="Index">Percent of the applicable maximum, 0–100, unrounded.</param>
public sealed record FeedingUnit(Guid SubjectId, string Name, decimal Index);

/// <summary>A criterion below and how the units stand on it.</summary>
/// <param name="Units">Units that were scored on it, lowest first.</param>
/// <param name="Participants">Units in the round.</param>
public sealed record FeedingCriterion(Criterion Criterion, Round Round, IReadOnlyList<FeedingUnit> Units, int Participants)
{
    private const int LowestShown = 3;

    /// <summary>Mean percent, unrounded; null before any unit was scored.</summary>
    public decimal? Mean => Units.Count == 0 ? null : Units.Average(unit => unit.Index);

    /// <summary>Who pulls it down: the lowest units under the mean.</summary>
    public IEnumerable<FeedingUnit> Lowest => Units.Where(unit => unit.Index < Mean).Take(LowestShown);
}

/// <param name="IsFed">It is fed itself, or its group is, or something below it.</param>
public sealed record FedNode(Criterion Criterion, int Level, IReadOnlyList<FeedingCriterion> Feeding, bool IsFed);

/// <param name="Years">Years in which a set that feeds this one was scored, the newest first.</param>
/// <param name="Rounds">The rounds that were read for the year.</param>
public sealed record FedSet(int? Year, IReadOnlyList<int> Years, IReadOnlyList<Round> Rounds, IReadOnlyList<FedNode> Nodes)
{
    /// <summary>Criteria with points of their own that nothing below feeds.</summary>
    public IEnumerable<Criterion> Unfed => Nodes.Where(node => node.Criterion.IsLeaf && !node.IsFed).Select(node => node.Criterion);
}

/// <summary>Which criteria of the organisation's rounds feed the criteria of its own set, and who pulls them down (RNK-04).</summary>
public sealed class FeedReader(DiemSangDbContext db, RoundReader rounds, SheetReader sheets, EngineShelf shelf)
{
    /// <param name="year">Null: the newest year with a published round, else the newest.</param>
    public async Task<FedSet> ReadAsync(CriteriaEdition edition, CriteriaSet set, int? year, CancellationToken cancel = default)
    {
        var all = await FeedingRoundsAsync(edition, cancel);
        var chosen = all.Find(round => round.Year == year)?.Year ?? all.Find(round => round.State == RoundState.Published)?.Year ?? all.FirstOrDefault()?.Year;
        var files = new List<RoundFile>();
        foreach (var round in all.Where(round => round.Year == chosen))
        {
            var file = (await rounds.OpenAsync(round.Id, cancel))!;
            if (files.TrueForAll(read => read.Set.Code != file.Set.Code))
            {
                files.Add(file);
            }
        }

        var feeding = (await FeedingAsync(files, set.Code, cancel)).ToLookup(one => one.Code, one => one.Feeding);
        return new FedSet(chosen, [.. all.Select(round => round.Year).Distinct()], [.. files.Select(file => file.Round)], [.. set.Criteria.SelectMany(area => Nodes(area, 1, feeding, isAboveFed: false))]);
    }

    /// <summary>Newest year first, and in a year the published before the running, so that each set is read once, as it ended.</summary>
    private async Task<List<Round>> FeedingRoundsAsync(CriteriaEdition above, CancellationToken cancel)
    {
        var scored = await (
            from round in db.Rounds
            where round.OrganisationId == above.OrganisationId && (round.State == RoundState.Open || round.State == RoundState.Published)
            join edition in db.CriteriaEditions on new { round.OrganisationId, Id = round.EditionId } equals new { edition.OrganisationId, edition.Id }
            orderby round.Year descending, round.State == RoundState.Published descending, round.SelfScoreTo descending
            select new { Round = round, Edition = edition }).ToListAsync(cancel);
        return [.. scored.Where(one => shelf.Of(one.Edition).Set.All().Any(node => node.Criterion.Feeds.Any(fed => fed.Set == above.Code))).Select(one => one.Round)];
    }

    private async Task<IReadOnlyList<(string Code, FeedingCriterion Feeding)>> FeedingAsync(IReadOnlyList<RoundFile> files, string setCode, CancellationToken cancel)
    {
        var feeding = new List<(string, FeedingCriterion)>();
        foreach (var file in files)
        {
            var all = await sheets.OpenManyAsync(file, subjects: null, cancel);
            feeding.AddRange(
                from node in file.Set.All()
                from fed in node.Criterion.Feeds
                where fed.Set == setCode
                select (fed.Code, new FeedingCriterion(node.Criterion, file.Round, UnitsOf(node.Criterion, all), all.Count)));
        }

        return feeding;
    }

    private static IReadOnlyList<FeedingUnit> UnitsOf(Criterion criterion, IReadOnlyList<SheetFile> all) =>
    [
        .. from sheet in all
           let node = sheet.At(sheet.Latest()).Find(criterion.Code)
           where node is { State: NodeState.Scored, Index: not null } && IsScored(node)
           orderby node.Index, sheet.Participant.SubjectName
           select new FeedingUnit(sheet.Participant.SubjectId, sheet.Participant.SubjectName, node.Index!.Value),
    ];

    /// <summary>A group counts 0 for what nobody has declared: it is scored when something below it is.</summary>
    private static bool IsScored(NodeResult node) => node.Criterion.IsLeaf || node.Declaration is not null || node.Children.Any(child => child.State == NodeState.Scored && IsScored(child));

    private static IReadOnlyList<FedNode> Nodes(Criterion criterion, int level, ILookup<string, FeedingCriterion> feeding, bool isAboveFed)
    {
        var own = feeding[criterion.Code].ToList();
        var isFed = isAboveFed || own.Count > 0;
        var below = criterion.Children.SelectMany(child => Nodes(child, level + 1, feeding, isFed)).ToList();
        return [new FedNode(criterion, level, own, isFed || below.Exists(node => node.IsFed)), .. below];
    }
}
