using DiemSang.Core.Scoring;
using DiemSang.Modules.Access;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Scorecards.SelfScoring;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Scorecards.Appraising;

/// <summary>Decides criterion by criterion at the stage that is open. The computed value stays beside an override; every departure has its reason.</summary>
public sealed class Appraiser(DiemSangDbContext db, SheetReader sheets, TimeProvider clock)
{
    private const int Attempts = 5;

    /// <param name="seenVersion">Version of this stage's verdict that was shown; 0 when there was none.</param>
    public async Task<ScoringResult> DecideAsync(Actor actor, RoundFile file, Guid subjectId, string code, VerdictDecision decision, int seenVersion, CancellationToken cancel = default)
    {
        if (file.Set.Find(code) is not { } criterion || !file.MayAppraise(actor, criterion))
        {
            return ScoringResult.NotAllowed;
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(actor, file, subjectId, criterion, decision, seenVersion, cancel);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                // Another criterion of the same unit was decided in the same moment; only the unit's running totals collide.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Accepts the unit's own data for the sheets named, where they carry no flag and nothing was decided yet.</summary>
    /// <returns>How many were accepted, and how many need a look of their own.</returns>
    public async Task<(int Accepted, int Left)> AcceptAsync(Actor actor, RoundFile file, string code, IReadOnlyCollection<Guid> subjects, CancellationToken cancel = default)
    {
        if (file.Leaf(code) is not { } leaf || !file.MayAppraise(actor, leaf))
        {
            return (0, subjects.Count);
        }

        var accepted = 0;
        foreach (var sheet in await sheets.OpenManyAsync(file, subjects, cancel))
        {
            if (sheet.OpenVerdictStage is { } stage && MayBeAccepted(sheet, code, stage))
            {
                Take(actor, sheet, leaf, stage, new VerdictDecision(VerdictBasis.Accepted, sheet.SelfOf(code)!.Declaration.Values), null);
                accepted++;
            }
        }

        await db.SaveAsync(actor.To("scorecards.accept-many"), cancel);
        return (accepted, subjects.Count - accepted);
    }

    /// <summary>Handed in, declared, not decided at this stage, and nothing on it asks for a look.</summary>
    public static bool MayBeAccepted(SheetFile sheet, string code, VerdictStage stage) =>
        sheet.Sheet?.IsSubmitted(sheet.Participant) == true && sheet.SelfOf(code) is { IsNotApplicable: false, Points: not null } && sheet.VerdictOf(code, stage) is null
        && sheet.FlagsAt(SheetStage.Self).All(flag => flag.Code != code);

    private async Task<ScoringResult> TryAsync(Actor actor, RoundFile file, Guid subjectId, Criterion criterion, VerdictDecision decision, int seenVersion, CancellationToken cancel)
    {
        if (await sheets.OpenAsync(actor, file, subjectId, cancel) is not { } sheet)
        {
            return ScoringResult.NotAllowed;
        }

        if (sheet.OpenVerdictStage is not { } stage)
        {
            return ScoringResult.Closed;
        }

        var standing = sheet.VerdictOf(criterion.Code, stage);
        if ((standing?.Version ?? 0) != seenVersion)
        {
            return ScoringResult.MovedOn;
        }

        if (Objection(sheet, criterion, stage, decision) is { } problem)
        {
            return ScoringResult.Refused(problem);
        }

        Take(actor, sheet, criterion, stage, decision, standing);
        await db.SaveAsync(actor.To("scorecards.decide", decision.Reason), cancel);
        return ScoringResult.Saved;
    }

    private static string? Objection(SheetFile sheet, Criterion criterion, VerdictStage stage, VerdictDecision decision)
    {
        var node = ScoredWith(sheet, criterion, stage, decision);
        if (decision.Basis == VerdictBasis.Accepted && criterion.IsLeaf && criterion.IsSelfScored() && sheet.SelfOf(criterion.Code) is null)
        {
            return "Đơn vị chưa tự chấm tiêu chí này nên không có gì để đồng ý; nhập số liệu hoặc ấn định điểm kèm lý do.";
        }

        if (node.State is NodeState.Invalid or NodeState.NotDeclared)
        {
            return node.Problem ?? "Chưa nhập số liệu nào của tiêu chí.";
        }

        var needsReason = decision.Basis is VerdictBasis.Overridden or VerdictBasis.Corrected or VerdictBasis.NotApplicable || decision.NeedsExplanation;
        return needsReason && criterion.IsSelfScored() && string.IsNullOrWhiteSpace(decision.Reason)
            ? "Ghi lý do: điểm khác với đơn vị tự chấm, hoặc yêu cầu giải trình, đều phải nói rõ vì sao."
            : null;
    }

    private static NodeResult ScoredWith(SheetFile sheet, Criterion criterion, VerdictStage stage, VerdictDecision decision) =>
        sheet.ScoredWith((SheetStage)((int)stage + 1), criterion, decision.ToDeclaration());

    private void Take(Actor actor, SheetFile sheet, Criterion criterion, VerdictStage stage, VerdictDecision decision, Verdict? standing)
    {
        var verdict = standing ?? NewVerdict(sheet, criterion, stage);
        verdict.Decide(decision, ScoredWith(sheet, criterion, stage, decision), actor.FullName, clock.GetUtcNow());
        var after = standing is null ? sheet with { Verdicts = [.. sheet.Verdicts, verdict] } : sheet with { Verdicts = [.. sheet.Verdicts] };
        sheet.Participant.Count(after.TotalAt(SheetStage.Appraisal1), after.TotalAt(SheetStage.Appraisal2), after.TotalAt(SheetStage.Final));
    }

    private Verdict NewVerdict(SheetFile sheet, Criterion criterion, VerdictStage stage)
    {
        var verdict = new Verdict { OrganisationId = sheet.Round.OrganisationId, RoundId = sheet.Round.Id, SubjectId = sheet.Participant.SubjectId, Code = criterion.Code, Stage = stage };
        db.Verdicts.Add(verdict);
        return verdict;
    }
}
