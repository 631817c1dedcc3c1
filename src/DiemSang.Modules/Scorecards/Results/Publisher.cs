using DiemSang.Core.Ranking;
using DiemSang.Modules.Access;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Scorecards.SelfScoring;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Scorecards.Results;

public enum PublishOutcome { Published, NotAllowed, TooEarly, NotDecided }

/// <param name="Open">Decisions that are still missing, where that is why nothing was published.</param>
public sealed record PublishResult(PublishOutcome Outcome, int Open = 0);

/// <summary>Freezes a round: final points, ranks on unrounded values, grades. A published result is never changed.</summary>
public sealed class Publisher(DiemSangDbContext db, SheetReader sheets, TimeProvider clock)
{
    /// <param name="countsMissingAsZero">Publish although some criteria were never decided; they count nothing.</param>
    public async Task<PublishResult> PublishAsync(Actor actor, RoundFile file, string decision, bool countsMissingAsZero, CancellationToken cancel = default)
    {
        if (!file.IsKeptBy(actor) || !actor.MayApprove() || file.Round.State != RoundState.Open)
        {
            return new PublishResult(PublishOutcome.NotAllowed);
        }

        if (file.Stage < RoundStage.Council)
        {
            return new PublishResult(PublishOutcome.TooEarly);
        }

        var all = await sheets.OpenManyAsync(file, subjects: null, cancel);
        var open = all.Sum(sheet => file.Leaves.Count - sheet.TotalAt(SheetStage.Final).Count);
        if (open > 0 && !countsMissingAsZero)
        {
            return new PublishResult(PublishOutcome.NotDecided, open);
        }

        db.Results.AddRange(Frozen(file, all, decision));
        file.Round.Publish(decision, clock.GetUtcNow());
        all.ToList().ForEach(sheet => sheet.Participant.Reach(file.Round, file.Today));
        await db.SaveAsync(actor.To("scorecards.publish-round", decision), cancel);
        return new PublishResult(PublishOutcome.Published);
    }

    private static IEnumerable<Result> Frozen(RoundFile file, IReadOnlyList<SheetFile> all, string decision)
    {
        var byName = all.ToDictionary(sheet => sheet.Participant.SubjectId.ToString());
        var standings = Ranking.Of([.. all.Select(sheet => new RankedUnit(
            sheet.Participant.SubjectId.ToString(), sheet.Participant.PeerGroup, sheet.At(SheetStage.Final).Index, sheet.Participant.IsRanked))], file.Round.Ties);
        var grades = GradeScale.Parse(file.Round.Grades, out _);
        return standings.Select(standing =>
        {
            var sheet = byName[standing.Unit.Name];
            var final = sheet.At(SheetStage.Final);
            return new Result
            {
                OrganisationId = file.Round.OrganisationId, RoundId = file.Round.Id, IndexCode = file.Set.Code, Year = file.Round.Year,
                SubjectId = sheet.Participant.SubjectId, SubjectName = sheet.Participant.SubjectName, PeerGroup = sheet.Participant.PeerGroup,
                Points = final.Points, Max = final.ApplicableMax, IndexValue = final.Index, Rank = standing.Rank, RankOf = standing.RankedCount,
                Grade = grades?.Of(final.Index), Nodes = FrozenSheet.NodesOf(final), Source = decision,
            };
        });
    }
}
