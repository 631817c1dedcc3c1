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

    /// <summary>Units under one criterion: those not decided first, of them those with most flags.</summary>
    public async Task<IReadOnlyList<QueueLine>> UnitsAsync(RoundFile file, string code, CancellationToken cancel = default)
    {
        var lines = (await sheets.OpenManyAsync(file, subjects: null, cancel)).Select(sheet => Line(sheet, code));
        return [.. lines.OrderBy(line => line.Now is not null).ThenByDescending(line => line.Flags.Count).ThenBy(line => line.Self is null).ThenBy(line => line.Sheet.Participant.SubjectName, StringComparer.Ordinal)];
    }

    /// <summary>The next unit under this criterion without a decision; null when all are decided.</summary>
    public async Task<Guid?> NextAsync(RoundFile file, string code, CancellationToken cancel = default)
    {
        var (round, stage) = (file.Round, file.OpenVerdictStage ?? VerdictStage.Appraisal1);
        return await db.Participants.Where(one => one.OrganisationId == round.OrganisationId && one.RoundId == round.Id)
            .Where(one => !db.Verdicts.Any(verdict => verdict.OrganisationId == round.OrganisationId && verdict.RoundId == round.Id && verdict.SubjectId == one.SubjectId && verdict.Code == code && verdict.Stage == stage))
            .OrderBy(one => one.SubjectName).Select(one => (Guid?)one.SubjectId).FirstOrDefaultAsync(cancel);
    }

    /// <summary>The units before and after this one, by name; null at the ends.</summary>
    public async Task<(Guid? Before, Guid? After)> NeighboursAsync(RoundFile file, Guid subjectId, CancellationToken cancel = default)
    {
        var units = await db.Participants.Where(one => one.OrganisationId == file.Round.OrganisationId && one.RoundId == file.Round.Id)
            .OrderBy(one => one.PeerGroup).ThenBy(one => one.SubjectName).Select(one => one.SubjectId).ToListAsync(cancel);
        var place = units.IndexOf(subjectId);
        return (place > 0 ? units[place - 1] : null, place >= 0 && place < units.Count - 1 ? units[place + 1] : null);
    }

    private static QueueLine Line(SheetFile sheet, string code)
    {
        var stage = sheet.OpenVerdictStage ?? sheet.File.OpenVerdictStage ?? VerdictStage.Appraisal1;
        return new QueueLine(
            sheet, sheet.SelfOf(code), sheet.At(SheetStage.Self).Find(code), sheet.StandingVerdict(code, stage), sheet.VerdictOf(code, stage),
            sheet.FlagsOf(code), sheet.OpenVerdictStage is not null && Appraiser.MayBeAccepted(sheet, code, stage));
    }
}
