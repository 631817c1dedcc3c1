using DiemSang.Core.Scoring;
using DiemSang.Modules.Access;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Scorecards.SelfScoring;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Scorecards.Appraising;

/// <param name="Decided">Units already decided at the stage that is open.</param>
/// <param name="Explained">Units that answered and wait for a second look.</param>
public sealed record CriterionProgress(Criterion Criterion, int Units, int Declared, int Decided, int Explained, bool MayAppraise);

/// <summary>One unit under one criterion.</summary>
/// <param name="MayAccept">Nothing on it asks for a look: it may be accepted with others in one go.</param>
public sealed record QueueLine(SheetFile Sheet, SelfScore? Self, NodeResult? SelfNode, Verdict? Standing, Verdict? Now, IReadOnlyList<SheetFlag> Flags, bool MayAccept);

/// <summary>What waits for an appraiser: criteria with their progress, and the units under one of them.</summary>
public sealed class AppraisalQueue(DiemSangDbContext db, SheetReader sheets)
{
    public async Task<IReadOnlyList<CriterionProgress>> CriteriaAsync(Actor actor, RoundFile file, CancellationToken cancel = default)
    {
        var round = file.Round;
        var stage = file.OpenVerdictStage ?? VerdictStage.Appraisal1;
        var units = await db.Participants.CountAsync(one => one.OrganisationId == round.OrganisationId && one.RoundId == round.Id, cancel);
        var verdicts = await db.Verdicts.Where(one => one.OrganisationId == round.OrganisationId && one.RoundId == round.Id && one.Stage == stage)
            .GroupBy(one => one.Code).Select(group => new { Code = group.Key, Count = group.Count() }).ToDictionaryAsync(pair => pair.Code, pair => pair.Count, cancel);
        var scores = await db.SelfScores.Where(score => db.ScoreSheets.Any(sheet => sheet.KeeperId == round.OrganisationId && sheet.RoundId == round.Id && sheet.Id == score.SheetId))
            .GroupBy(score => score.Code).Select(group => new { Code = group.Key, Count = group.Count(), Explained = group.Count(one => one.AnsweredAt != null) }).ToDictionaryAsync(pair => pair.Code, cancel);
        return
        [
            .. file.Leaves.Select(leaf => new CriterionProgress(
                leaf, units, scores.GetValueOrDefault(leaf.Code)?.Count ?? 0, verdicts.GetValueOrDefault(leaf.Code), scores.GetValueOrDefault(leaf.Code)?.Explained ?? 0, file.MayAppraise(actor, leaf))),
        ];
    }

    /// <summary>Units under one criterion, those not decided first.</summary>
    public async Task<IReadOnlyList<QueueLine>> UnitsAsync(RoundFile file, string code, CancellationToken cancel = default)
    {
        var stage = file.OpenVerdictStage ?? VerdictStage.Appraisal1;
        var lines = (await sheets.OpenManyAsync(file, subjects: null, cancel)).Select(sheet => Line(sheet, code, stage));
        return [.. lines.OrderBy(line => line.Now is not null).ThenBy(line => line.Self is null).ThenBy(line => line.Sheet.Participant.SubjectName, StringComparer.Ordinal)];
    }

    /// <summary>The next unit under this criterion without a decision; null when all are decided.</summary>
    public async Task<Guid?> NextAsync(RoundFile file, string code, CancellationToken cancel = default)
    {
        var (round, stage) = (file.Round, file.OpenVerdictStage ?? VerdictStage.Appraisal1);
        return await db.Participants.Where(one => one.OrganisationId == round.OrganisationId && one.RoundId == round.Id)
            .Where(one => !db.Verdicts.Any(verdict => verdict.OrganisationId == round.OrganisationId && verdict.RoundId == round.Id && verdict.SubjectId == one.SubjectId && verdict.Code == code && verdict.Stage == stage))
            .OrderBy(one => one.SubjectName).Select(one => (Guid?)one.SubjectId).FirstOrDefaultAsync(cancel);
    }

    private static QueueLine Line(SheetFile sheet, string code, VerdictStage stage) => new(
        sheet, sheet.SelfOf(code), sheet.At(SheetStage.Self).Find(code), sheet.StandingVerdict(code, stage), sheet.VerdictOf(code, stage),
        [.. sheet.FlagsAt(SheetStage.Self).Where(flag => flag.Code == code)], Appraiser.MayBeAccepted(sheet, code, stage));
}
