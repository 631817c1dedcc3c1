using DiemSang.Core.Ranking;
using DiemSang.Core.Scoring;
using DiemSang.Modules.Access;
using DiemSang.Modules.Scorecards;
using DiemSang.Modules.Scorecards.Exporting;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Scorecards.SelfScoring;
using DiemSang.Modules.Scorecards.Targets;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Pages.Snapshots;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Scorecards.Sheets;

/// <param name="Points">One for each stage shown, as printed.</param>
/// <param name="Indices">Percent of the applicable maximum, as printed; empty where there is nothing to divide.</param>
public sealed record SheetRow(Criterion Criterion, int Level, IReadOnlyList<string> Points, IReadOnlyList<string> Indices, string? How, IReadOnlyList<SheetFlag> Flags);

/// <summary>The whole sheet: four values side by side, how each came about, what to look at, and the steps the reader may take.</summary>
public sealed class DetailsModel(RoundReader rounds, SheetReader sheets, SelfScorer scorer, TargetReader aims, IStringLocalizer texts) : SheetPage(rounds, sheets)
{
    /// <summary>Stages that have begun, as far as this reader sees them.</summary>
    public IReadOnlyList<SheetStage> Stages { get; private set; } = [];
    public IReadOnlyList<SheetRow> Rows { get; private set; } = [];
    public IReadOnlyList<SheetFlag> Flags { get; private set; } = [];
    public IReadOnlyList<JudgedTarget> Targets { get; private set; } = [];
    public int SelfScored => Opened.Leaves.Count(leaf => leaf.IsSelfScored());
    public int Declared => Sheet.Sheet?.SelfCount ?? 0;
    public DateOnly? Due => Sheet.Participant.DatesIn(Round).EndOf(Sheet.Stage);

    public string? NextCode => IsOwn && Sheet.IsOpenForSelfScoring
        ? Opened.Leaves.FirstOrDefault(leaf => leaf.IsSelfScored() && Sheet.SelfOf(leaf.Code) is null && Actor.MayScore(Sheet.DutiesOf(leaf.Code)))?.Code
        : null;

    public bool MayPutBefore => IsOwn && Actor.IsFocal && Sheet.IsOpenForSelfScoring && Sheet.Sheet is { ReadyAt: null };
    public bool MaySubmit => IsOwn && Actor.MayApprove() && Sheet.IsOpenForSelfScoring && Sheet.Sheet is not null;
    public bool MayTakeBack => IsOwn && Actor.MayApprove() && Sheet.Stage == RoundStage.SelfScoring && Sheet.Sheet is { ReadyAt: not null } or { SubmittedAt: not null };
    public bool MayCloseExplanations => IsOwn && Actor.MayApprove() && Sheet.IsOpenForExplanation && Sheet.Sheet is not null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Stages = [.. Enum.GetValues<SheetStage>().Where(Sheet.HasBegun)];
        Targets = await aims.OfSheetAsync(Actor, Sheet, cancel);
        Flags = [.. Stages.SelectMany(Sheet.FlagsAt).Where(flag => flag.Kind != FlagKind.NotDeclared || Stages.Count == 1).DistinctBy(flag => (flag.Code, flag.Kind)), .. BelowTarget()];
        var byCode = Flags.ToLookup(flag => flag.Code);
        var results = Stages.Select(stage => Sheet.At(stage).Nodes.ToDictionary(node => node.Criterion.Code)).ToList();
        Rows = [.. Opened.Set.All().Select(node => RowOf(node.Criterion, node.Level, results, byCode))];
    }

    public async Task<IActionResult> OnGetXlsxAsync(CancellationToken cancel) => this.Download("phieu-cham.xlsx", (await PaperAsync(cancel)).WriteXlsx);

    public async Task<IActionResult> OnGetDocxAsync(CancellationToken cancel) => this.Download("phieu-cham.docx", (await PaperAsync(cancel)).WriteDocx);

    public async Task<IActionResult> OnPostPutBeforeAsync() => After(await scorer.PutBeforeAsync(Actor, Sheet), texts["Đã trình lãnh đạo duyệt."]);

    public async Task<IActionResult> OnPostSubmitAsync() => After(await scorer.SubmitAsync(Actor, Sheet), texts["Đã duyệt và nộp phiếu."]);

    public async Task<IActionResult> OnPostTakeBackAsync(string? reason) => After(await scorer.TakeBackAsync(Actor, Sheet, reason), texts["Phiếu đã trở về để sửa."]);

    public async Task<IActionResult> OnPostCloseExplanationsAsync() => After(await scorer.CloseExplanationsAsync(Actor, Sheet), texts["Đã gửi giải trình."]);

    private async Task<SheetPaper> PaperAsync(CancellationToken cancel) => new(Sheet, await aims.OfSheetAsync(Actor, Sheet, cancel));

    /// <summary>Where a click on a criterion leads this reader; null where there is nothing to open.</summary>
    public string? AddressOf(Criterion criterion) => IsOwn && Sheet.IsOpenForExplanation && Sheet.ToExplain.Contains(criterion) ? ScorecardLinks.Explain(Round.Id, Subject, criterion.Code)
        : ReadsAll && Sheet.Stage >= RoundStage.Appraisal1 ? ScorecardLinks.Appraise(Round.Id, Subject, criterion.Code)
        : criterion.IsLeaf ? criterion.IsSelfScored() ? ScorecardLinks.Self(Round.Id, Subject, criterion.Code) : null
        : IsOwn && Sheet.IsOpenForSelfScoring && Opened.Declarable(criterion.Code) is not null ? ScorecardLinks.Self(Round.Id, Subject, criterion.Code)
        : null;

    /// <summary>Contents that stay under what the plan wants of each (SCR-07).</summary>
    private IEnumerable<SheetFlag> BelowTarget() => Targets.Where(target => target is { Content: not null, Judgement.Outcome: TargetOutcome.Missed })
        .Select(target => new SheetFlag(target.Content!.Code, FlagKind.BelowTarget, target.Judgement.Reason));

    private SheetRow RowOf(Criterion criterion, int level, List<Dictionary<string, NodeResult>> results, ILookup<string, SheetFlag> flags)
    {
        var points = results.Select((nodes, i) => PointsOf(criterion, nodes.GetValueOrDefault(criterion.Code), Stages[i])).ToList();
        var last = results.Select(nodes => nodes.GetValueOrDefault(criterion.Code)).LastOrDefault(node => node is { State: not NodeState.NotDeclared });
        var indices = results.Select(nodes => IndexOf(nodes.GetValueOrDefault(criterion.Code))).ToList();
        return new SheetRow(criterion, level, points, indices, criterion.IsLeaf || last?.Declaration is { IsNotApplicable: true } or { Override: not null } ? last?.How : null, [.. flags[criterion.Code]]);
    }

    private string PointsOf(Criterion criterion, NodeResult? node, SheetStage stage) => node switch
    {
        null => "–",
        { State: NodeState.NotApplicable } => texts["không áp dụng"],
        { State: NodeState.NotDeclared } when criterion.IsLeaf => stage == SheetStage.Self && !criterion.IsSelfScored() ? "–" : "…",
        _ => Rounding.Show(node.Points),
    };

    private string IndexOf(NodeResult? node) => node is { State: NodeState.Scored, Index: { } index } && node.Criterion.Kind == CriterionKind.Scored ? $"{Rounding.Show(index)} %" : "";

    private RedirectResult After(ScoringResult result, string said)
    {
        this.Say(result.Outcome switch
        {
            ScoringOutcome.Saved => said,
            ScoringOutcome.Refused => result.Problem!,
            ScoringOutcome.Closed => texts["Bước này đã khóa; cần thêm thời gian thì đề nghị cơ quan mở kỳ chấm gia hạn."],
            ScoringOutcome.MovedOn => texts["Người khác vừa sửa chỗ này nên thay đổi của bạn chưa được lưu. Xem bản mới nhất dưới đây rồi làm lại."],
            _ => texts["Bạn không có quyền làm bước này."],
        });
        return Redirect(SheetPath);
    }
}
