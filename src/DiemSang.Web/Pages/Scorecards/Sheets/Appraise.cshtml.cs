using System.ComponentModel.DataAnnotations;
using DiemSang.Core.Scoring;
using DiemSang.Modules.Scorecards;
using DiemSang.Modules.Scorecards.Appraising;
using DiemSang.Modules.Scorecards.Figures;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Scorecards.SelfScoring;
using DiemSang.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Scorecards.Sheets;

/// <summary>One criterion of one unit before the appraiser: what it declared and proved, and the decision with its reason. Nothing is chosen beforehand.</summary>
public sealed class AppraiseModel(RoundReader rounds, SheetReader sheets, Appraiser appraiser, AppraisalQueue queue, FigureOffers figures, IStringLocalizer texts) : CriterionPage(rounds, sheets)
{
    [BindProperty, Display(Name = "Quyết định"), Required(ErrorMessage = "Chọn một quyết định.")]
    public VerdictBasis? Basis { get; set; }

    [BindProperty]
    public DeclaredForm Declared { get; set; } = new();

    [BindProperty, Display(Name = "Điểm ấn định")]
    public decimal? Points { get; set; }

    [BindProperty, Display(Name = "Lý do"), DataType(DataType.MultilineText), StringLength(Verdict.ReasonMaxLength, ErrorMessage = "Lý do dài tối đa 4.000 ký tự.")]
    public string? Reason { get; set; }

    [BindProperty, Display(Name = "Yêu cầu đơn vị giải trình")]
    public bool NeedsExplanation { get; set; }

    [BindProperty]
    public int Seen { get; set; }

    /// <summary>The product's own figure of this unit today, beside what was declared.</summary>
    public FigureOffer? Offer { get; private set; }
    public bool HasMovedOn { get; private set; }

    /// <summary>All units under this criterion; a group has no queue of its own.</summary>
    public string QueuePath => ScorecardLinks.Queue(Round.Id, Criterion.IsLeaf ? Criterion.Code : null);
    public VerdictStage? Stage => Sheet.OpenVerdictStage;
    public bool MayDecide => Stage is not null && Opened.MayAppraise(Actor, Criterion);
    public bool ShowsData => !Criterion.IsSelfScored() || Basis == VerdictBasis.Corrected;

    /// <summary>The units before and after this one, for walking through one criterion.</summary>
    public (Guid? Before, Guid? After) Units { get; private set; }
    public Verdict? Now => Stage is { } stage ? Sheet.VerdictOf(Criterion.Code, stage) : null;
    public IEnumerable<Verdict> Earlier => Sheet.Verdicts.Where(verdict => verdict.Code == Criterion.Code).OrderBy(verdict => verdict.Stage);
    public IEnumerable<SheetFlag> Flags => Sheet.FlagsOf(Criterion.Code);
    public override IReadOnlyList<Criterion> Ring => Opened.Leaves;

    /// <summary>A group too: it may not apply as a whole, or be set as a whole.</summary>
    protected override Criterion? Find(string code) => Opened.Set.Find(code);

    public IReadOnlyList<SelectListItem> Bases =>
    [
        .. new[] { VerdictBasis.Accepted, VerdictBasis.Corrected, VerdictBasis.Overridden, VerdictBasis.NotApplicable }
            .Where(basis => basis switch
            {
                VerdictBasis.Accepted => Criterion.IsSelfScored() || !Criterion.IsLeaf,
                VerdictBasis.Corrected => Criterion.IsLeaf,
                VerdictBasis.NotApplicable => Criterion.NotApplicable != NotApplicableTreatment.Forbidden,
                _ => true,
            })
            .Select(basis => new SelectListItem(basis == VerdictBasis.Accepted && !Criterion.IsLeaf ? texts["Theo điểm các mục con"] : texts.Of(basis), basis.ToString())),
    ];

    protected override bool IsInside => true;

    public void OnGet()
    {
        Seen = Now?.Version ?? 0;
        if (Now is { } now)
        {
            (Basis, Declared, Reason, NeedsExplanation) = (now.Basis, DeclaredForm.Of(now.Declaration.Values), now.Reason, now.NeedsExplanation);
            Points = now.Basis == VerdictBasis.Overridden ? now.Points : null;
        }
    }

    public async Task<IActionResult> OnPostAsync(string? then, CancellationToken cancel)
    {
        var typed = Criterion.Rule is { } rule ? Declared.Read(rule, ModelState, texts) : new Dictionary<string, DeclaredValue>();
        if (Basis == VerdictBasis.Overridden && Points is null)
        {
            ModelState.AddModelError("Points", texts["Nhập điểm ấn định."]);
        }

        if (!ModelState.IsValid)
        {
            return Refused();
        }

        return await DecideAsync(DecisionOf(typed), then, cancel);
    }

    /// <summary>Takes the product's own figure over, with its source.</summary>
    public async Task<IActionResult> OnPostOfferAsync(CancellationToken cancel) => Offer is { } offer
        ? await DecideAsync(new VerdictDecision(VerdictBasis.Imported, offer.Values, Reason: offer.Source), then: null, cancel)
        : NotFound();

    protected override async Task<IActionResult?> RefusalAsync(RouteData route)
    {
        var refusal = await base.RefusalAsync(route);
        if (refusal is null)
        {
            Offer = await figures.ForAsync(Opened, Subject, Criterion, HttpContext.RequestAborted);
            Units = await queue.NeighboursAsync(Opened, Subject, HttpContext.RequestAborted);
        }

        return refusal;
    }

    private async Task<IActionResult> DecideAsync(VerdictDecision decision, string? then, CancellationToken cancel)
    {
        var result = await appraiser.DecideAsync(Actor, Opened, Subject, Criterion.Code, decision, Seen, cancel);
        if (result.Outcome == ScoringOutcome.Saved)
        {
            this.Say(texts["Đã ghi thẩm định {0} của {1}.", Criterion.Code, Sheet.Participant.SubjectName]);
            return Redirect(await NextAsync(then, cancel));
        }

        if (result.Outcome == ScoringOutcome.NotAllowed)
        {
            return Forbid();
        }

        HasMovedOn = result.Outcome == ScoringOutcome.MovedOn;
        if (!HasMovedOn)
        {
            ModelState.AddModelError("", result.Problem ?? texts["Kỳ chấm không ở bước thẩm định nên chưa ghi được."]);
        }

        return Refused(HasMovedOn ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest);
    }

    /// <summary>Accepting and overriding stand on the unit's own data; correcting on what was typed here.</summary>
    private VerdictDecision DecisionOf(IReadOnlyDictionary<string, DeclaredValue> typed)
    {
        var own = Sheet.SelfOf(Criterion.Code)?.Declaration.Values ?? new Dictionary<string, DeclaredValue>();
        var values = Basis is VerdictBasis.Corrected ? typed : own;
        return new VerdictDecision(Basis!.Value, Basis == VerdictBasis.NotApplicable ? new Dictionary<string, DeclaredValue>() : values, Points, Reason, NeedsExplanation);
    }

    private async Task<string> NextAsync(string? then, CancellationToken cancel)
    {
        if (then == "criterion")
        {
            return After is { } code ? ScorecardLinks.Appraise(Round.Id, Subject, code) : SheetPath;
        }

        return await queue.NextAsync(Opened, Criterion.Code, cancel) is { } unit ? ScorecardLinks.Appraise(Round.Id, unit, Criterion.Code) : QueuePath;
    }
}
