using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Scorecards.Figures;
using DiemSang.Modules.Surveys.Keeping;
using DiemSang.Modules.Surveys.Publishing;
using DiemSang.Modules.Surveys.Results;
using DiemSang.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Surveys.Waves;

/// <summary>What the answers of a wave say: worst first, with intervals, by group, over waves. Publishing lets other pages use the figures.</summary>
public sealed class ResultsModel(SurveyList surveys, ResultsReader reader, ResultsPublisher publisher, SurveyCriteria criteria, IStringLocalizer texts) : WavePage(surveys)
{
    protected override bool IsAllowed => true;

    public int WorstShown => 10;

    /// <summary>Null while the wave has never opened.</summary>
    public WaveResults? Results { get; private set; }
    public IReadOnlyList<TrendPoint> Trend { get; private set; } = [];
    public Publication? Publication { get; private set; }

    /// <summary>A question over whose answers the whole is compared.</summary>
    [BindProperty(SupportsGet = true)]
    public string? By { get; set; }

    public IReadOnlyList<ResultGroup> Crossed { get; private set; } = [];

    /// <summary>Criteria of published sets that ask for figures of this survey.</summary>
    public IReadOnlyList<SurveyCriterion> Criteria { get; private set; } = [];

    [BindProperty, Display(Name = "Lý do rút lại")]
    public string? Reason { get; set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Results = await reader.ReadAsync(Actor, Wave.Id, cancel);
        if (Results is not null)
        {
            Trend = await reader.TrendAsync(Results, cancel);
            Publication = await publisher.LastAsync(Wave, cancel);
            Criteria = await criteria.FedByAsync(FiguresOf(Results), Wave.ToDate.Year, cancel);
            Crossed = By is null ? [] : ResultsCalculator.By(Results, By);
        }
    }

    public async Task<IActionResult> OnPostPublishAsync(string? index, CancellationToken cancel)
    {
        if (!MayKeep || !(index is null || ResultsPublisher.Indices.Contains(index)) || await reader.ReadAsync(Actor, Wave.Id, cancel) is not { } results)
        {
            return Forbid();
        }

        this.Say(await publisher.PublishAsync(Actor, results, index, cancel) switch
        {
            PublishOutcome.Published => texts["Đã công bố. Bảng nhiệm vụ, báo cáo nhanh và phiếu chấm dùng được các số liệu này."],
            PublishOutcome.StillOpen => texts["Đợt đang mở nên số liệu còn đổi: đóng đợt rồi công bố."],
            _ => texts["Chưa có số liệu nào đủ 5 người trả lời để công bố."],
        });
        return Redirect($"{Path}/results");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel)
    {
        if (!MayKeep)
        {
            return Forbid();
        }

        if (string.IsNullOrWhiteSpace(Reason) || Reason.Length > Publication.ReasonMaxLength)
        {
            await OnGetAsync(cancel);
            ModelState.AddModelError(nameof(Reason), texts["Ghi lý do rút lại, tối đa 500 ký tự."]);
            return Refused();
        }

        this.Say(await publisher.WithdrawAsync(Actor, Wave, Reason.Trim(), cancel) ? texts["Đã rút lại. Nơi khác không còn dùng số liệu này."] : texts["Số liệu của đợt này không ở trạng thái công bố."]);
        return Redirect($"{Path}/results");
    }

    private static Dictionary<string, decimal> FiguresOf(WaveResults results) => results.Lines.Where(line => line.Figure.Share is not null)
        .ToDictionary(line => SurveyFigures.NameOf(results.Source.Questionnaire.Code, line.Depth == 0 ? null : line.Node.Code), line => (decimal)line.Figure.Share!.Value * 100);

    public string NameOf(GroupKind kind, ResultGroup group) => texts.NameOf(kind, group);
}
