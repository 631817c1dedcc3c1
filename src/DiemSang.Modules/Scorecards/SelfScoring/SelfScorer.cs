using DiemSang.Core.Scoring;
using DiemSang.Modules.Access;
using DiemSang.Modules.Evidence;
using DiemSang.Modules.Reminders;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Audit;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Shared.Files;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Scorecards.SelfScoring;

public enum ScoringOutcome { Saved, Closed, NotAllowed, Refused, MovedOn }

/// <param name="Problem">Why it was refused, as a sentence.</param>
public sealed record ScoringResult(ScoringOutcome Outcome, string? Problem = null)
{
    public static readonly ScoringResult Saved = new(ScoringOutcome.Saved), Closed = new(ScoringOutcome.Closed), NotAllowed = new(ScoringOutcome.NotAllowed), MovedOn = new(ScoringOutcome.MovedOn);

    public static ScoringResult Refused(string problem) => new(ScoringOutcome.Refused, problem);
}

/// <summary>What a person says proves the criterion: a file, a document by its number, or both, and where in it.</summary>
public sealed record Proof(StoredFile? File, EvidenceDescription Description);

/// <param name="SeenVersion">Version of the score that was shown; 0 when there was none.</param>
/// <param name="FigureSource">Where the numbers come from when they are the product's own.</param>
public sealed record SelfScoreInput(string Code, Declaration Declaration, int SeenVersion, string? FigureSource = null, Proof? Proof = null);

/// <summary>The unit's own side: declares, proves, hands in, explains. Points are derived and never typed, except where a rule asks for points.</summary>
public sealed class SelfScorer(DiemSangDbContext db, EvidenceLibrary evidence, NoticeBoard notices, TimeProvider clock)
{
    public async Task<ScoringResult> ScoreAsync(Actor actor, SheetFile file, SelfScoreInput input, CancellationToken cancel = default)
    {
        if (file.File.Declarable(input.Code) is not { } criterion || !file.IsOf(actor) || !actor.MayScore(file.DutiesOf(input.Code)))
        {
            return ScoringResult.NotAllowed;
        }

        if (!file.IsOpenForSelfScoring)
        {
            return ScoringResult.Closed;
        }

        if (!criterion.IsLeaf && input is { SeenVersion: 0, Declaration.IsNotApplicable: false })
        {
            return ScoringResult.Refused("Mục này là tổng các mục con; chỉ ghi được là không áp dụng.");
        }

        var node = file.ScoredWith(SheetStage.Self, criterion, input.Declaration);
        if (node.State == NodeState.Invalid)
        {
            return ScoringResult.Refused(node.Problem!);
        }

        if (node.State == NodeState.NotDeclared)
        {
            return ScoringResult.Refused(node.Problem ?? "Chưa nhập số liệu nào của tiêu chí.");
        }

        if ((file.SelfOf(input.Code)?.Version ?? 0) != input.SeenVersion)
        {
            return ScoringResult.MovedOn;
        }

        return await SavedAsync(() => KeepAsync(actor, file, input, node, cancel));
    }

    /// <summary>Puts the sheet before the head.</summary>
    public Task<ScoringResult> PutBeforeAsync(Actor actor, SheetFile file, CancellationToken cancel = default) =>
        StepAsync(file, actor.IsFocal && file.IsOf(actor) && file.IsOpenForSelfScoring, async sheet =>
        {
            sheet.PutBefore(actor.FullName, clock.GetUtcNow());
            await TellAsync(file, await RoundPeople.LeadersAsync(db, file.Participant.SubjectId, file.File.Today, cancel), $"{actor.FullName} trình duyệt phiếu “{file.Round.Title}”", cancel);
        }, actor.To("scorecards.put-before"), cancel);

    /// <summary>The head approves and hands the sheet in; a point without proof needs at least an explanation.</summary>
    public Task<ScoringResult> SubmitAsync(Actor actor, SheetFile file, CancellationToken cancel = default)
    {
        var bare = Unproved(file);
        return bare.Count > 0
            ? Task.FromResult(ScoringResult.Refused($"Còn {bare.Count} tiêu chí có điểm nhưng không có tài liệu kiểm chứng và cũng chưa giải thích: {string.Join(", ", bare)}. Bổ sung rồi nộp."))
            : StepAsync(file, actor.MayApprove() && file.IsOf(actor) && file.IsOpenForSelfScoring, sheet => sheet.Submit(actor.FullName, clock.GetUtcNow()), actor.To("scorecards.submit"), cancel);
    }

    /// <summary>Back to the official: the head returns it, or recalls it before the deadline.</summary>
    public Task<ScoringResult> TakeBackAsync(Actor actor, SheetFile file, string? reason, CancellationToken cancel = default) =>
        StepAsync(file, actor.MayApprove() && file.IsOf(actor) && file.Stage == RoundStage.SelfScoring,
            async sheet =>
            {
                sheet.TakeBack();
                var why = reason is null ? "" : $": {reason}";
                await TellAsync(file, await RoundPeople.FocalAsync(db, file.Participant.SubjectId, file.File.Today, cancel), $"{actor.FullName} trả lại phiếu “{file.Round.Title}” để sửa{why}", cancel);
            }, actor.To("scorecards.take-back", reason), cancel);

    /// <summary>Answers the first appraisal, with further proof where there is some.</summary>
    public async Task<ScoringResult> ExplainAsync(Actor actor, SheetFile file, string code, string answer, int seenVersion, Proof? proof, CancellationToken cancel = default)
    {
        if (!file.IsOf(actor) || !actor.MayScore(file.DutiesOf(code)) || file.ToExplain.All(criterion => criterion.Code != code))
        {
            return ScoringResult.NotAllowed;
        }

        if (!file.IsOpenForExplanation)
        {
            return ScoringResult.Closed;
        }

        var act = actor.To("scorecards.explain");
        var score = file.SelfOf(code) ?? NewScore(file.Sheet ?? NewSheet(file), code, actor);
        if (score.Version != seenVersion && seenVersion > 0)
        {
            return ScoringResult.MovedOn;
        }

        score.Explain(answer, clock.GetUtcNow());
        return await SavedAsync(async () =>
        {
            await ProveAsync(file, score, proof, act, cancel);
            await db.SaveAsync(act, cancel);
        });
    }

    public Task<ScoringResult> CloseExplanationsAsync(Actor actor, SheetFile file, CancellationToken cancel = default) =>
        StepAsync(file, actor.MayApprove() && file.IsOf(actor) && file.IsOpenForExplanation, sheet => sheet.CloseExplanations(clock.GetUtcNow()), actor.To("scorecards.close-explanations"), cancel);

    /// <summary>Codes of criteria with points, without any proof and without a word on why.</summary>
    public static IReadOnlyList<string> Unproved(SheetFile file) =>
        [.. file.At(SheetStage.Self).Nodes
            .Where(node => node is { State: NodeState.Scored, Criterion: { IsLeaf: true, Evidence: EvidenceDemand.Required }, Points: > 0, Declaration: { Evidence.Count: 0 } declared } && string.IsNullOrWhiteSpace(declared.Explanation))
            .Select(node => node.Criterion.Code)];

    private async Task KeepAsync(Actor actor, SheetFile file, SelfScoreInput input, NodeResult node, CancellationToken cancel)
    {
        var act = actor.To("scorecards.self-score");
        var sheet = file.Sheet ?? NewSheet(file);
        var score = file.SelfOf(input.Code) ?? NewScore(sheet, input.Code, actor);
        score.Declare(input.Declaration, SourceOf(score, input), actor.FullName, clock.GetUtcNow());
        score.Take(node.State == NodeState.NotApplicable || !node.Criterion.IsLeaf ? null : node.Points);
        await ProveAsync(file, score, input.Proof, act, cancel);
        sheet.Count((file with { Sheet = sheet }).TotalAt(SheetStage.Self));
        await db.SaveAsync(act, cancel);
    }

    /// <summary>A figure taken over keeps its source as long as nobody types another value.</summary>
    private static string? SourceOf(SelfScore score, SelfScoreInput input) =>
        input.FigureSource ?? (IsSame(score.Declaration.Values, input.Declaration.Values) ? score.FigureSource : null);

    private static bool IsSame(IReadOnlyDictionary<string, DeclaredValue> before, IReadOnlyDictionary<string, DeclaredValue> now) =>
        before.Count == now.Count && before.All(pair => now.TryGetValue(pair.Key, out var value) && value.Equals(pair.Value));

    private async Task ProveAsync(SheetFile file, SelfScore score, Proof? proof, Act act, CancellationToken cancel)
    {
        if (proof is null)
        {
            return;
        }

        var (item, _) = await evidence.TakeInAsync(proof.Description, proof.File, act, cancel);
        await evidence.UseAsync(item, EvidenceSubject.Criterion, score.Id, file.Round.Year, act, cancel);
    }

    private ScoreSheet NewSheet(SheetFile file)
    {
        var sheet = new ScoreSheet { OrganisationId = file.Participant.SubjectId, RoundId = file.Round.Id, KeeperId = file.Round.OrganisationId };
        db.ScoreSheets.Add(sheet);
        return sheet;
    }

    private SelfScore NewScore(ScoreSheet sheet, string code, Actor actor)
    {
        var score = new SelfScore { OrganisationId = sheet.OrganisationId, SheetId = sheet.Id, Code = code };
        score.Declare(new Declaration(), null, actor.FullName, clock.GetUtcNow());
        sheet.Scores.Add(score);
        db.SelfScores.Add(score);
        return score;
    }

    private Task<ScoringResult> StepAsync(SheetFile file, bool isAllowed, Action<ScoreSheet> step, Act act, CancellationToken cancel) => StepAsync(
        file, isAllowed, sheet =>
        {
            step(sheet);
            return Task.CompletedTask;
        }, act, cancel);

    private Task TellAsync(SheetFile file, IReadOnlyCollection<Guid> people, string title, CancellationToken cancel) => notices.AddAsync(
        file.Participant.SubjectId, [new News(people, $"sheet {file.Sheet!.Id} {clock.GetUtcNow():O}", title, ScorecardPaths.Sheet(file.Round.Id, file.Participant.SubjectId))], cancel);

    private async Task<ScoringResult> StepAsync(SheetFile file, bool isAllowed, Func<ScoreSheet, Task> step, Act act, CancellationToken cancel)
    {
        if (file.Sheet is not { } sheet)
        {
            return ScoringResult.Refused("Phiếu chưa có tiêu chí nào được chấm.");
        }

        if (!isAllowed)
        {
            return file.IsOpenForSelfScoring || file.IsOpenForExplanation ? ScoringResult.NotAllowed : ScoringResult.Closed;
        }

        await step(sheet);
        return await SavedAsync(() => db.SaveAsync(act, cancel));
    }

    private async Task<ScoringResult> SavedAsync(Func<Task> save)
    {
        try
        {
            await save();
            return ScoringResult.Saved;
        }
        catch (DbUpdateException problem) when (problem is DbUpdateConcurrencyException || problem.InnerException is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.UniqueViolation })
        {
            // Somebody saved the same criterion, or the sheet's first one, in the same moment.
            db.ChangeTracker.Clear();
            return ScoringResult.MovedOn;
        }
    }
}
