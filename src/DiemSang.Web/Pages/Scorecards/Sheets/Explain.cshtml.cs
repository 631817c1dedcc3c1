using System.ComponentModel.DataAnnotations;
using DiemSang.Core.Scoring;
using DiemSang.Modules.Scorecards;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Scorecards.SelfScoring;
using DiemSang.Modules.Shared.Files;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Scorecards.Sheets;

/// <summary>The unit answers the first appraisal of one criterion, with further proof.</summary>
[RequestSizeLimit(52 * 1024 * 1024), EnableRateLimiting(Policies.Uploads)]
public sealed class ExplainModel(RoundReader rounds, SheetReader sheets, SelfScorer scorer, FileStore files, IStringLocalizer texts) : CriterionPage(rounds, sheets)
{
    [BindProperty, Display(Name = "Giải trình"), DataType(DataType.MultilineText), Required(ErrorMessage = "Nhập nội dung giải trình."), StringLength(SelfScore.TextMaxLength, ErrorMessage = "Dài tối đa 4.000 ký tự.")]
    public string? Answer { get; set; }

    [BindProperty]
    public ProofInput Proof { get; set; } = new();

    [BindProperty]
    public int Seen { get; set; }

    public bool HasMovedOn { get; private set; }
    public Verdict? Verdict => Sheet.VerdictOf(Criterion.Code, VerdictStage.Appraisal1);
    public bool MayExplain => IsOwn && Sheet.IsOpenForExplanation && Actor.MayScore(Sheet.DutiesOf(Criterion.Code));
    public override IReadOnlyList<Criterion> Ring => Sheet.ToExplain;

    public void OnGet() => (Answer, Seen) = (Sheet.SelfOf(Criterion.Code)?.Answer, Sheet.SelfOf(Criterion.Code)?.Version ?? 0);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var proof = await Proof.TakeAsync(files, Actor, Opened.Today, ModelState, texts, cancel);
        if (!ModelState.IsValid)
        {
            return Refused();
        }

        var result = await scorer.ExplainAsync(Actor, Sheet, Criterion.Code, Answer!, Seen, proof, cancel);
        switch (result.Outcome)
        {
            case ScoringOutcome.Saved:
                this.Say(texts["Đã lưu giải trình tiêu chí {0}.", Criterion.Code]);
                return Redirect(SheetPath);
            case ScoringOutcome.MovedOn:
                HasMovedOn = true;
                return Refused(StatusCodes.Status409Conflict);
            case ScoringOutcome.NotAllowed:
                return Forbid();
            default:
                ModelState.AddModelError("", texts["Bước này đã khóa; cần thêm thời gian thì đề nghị cơ quan mở kỳ chấm gia hạn."]);
                return Refused();
        }
    }
}
