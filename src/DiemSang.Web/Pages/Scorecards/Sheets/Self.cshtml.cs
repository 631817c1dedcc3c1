using System.ComponentModel.DataAnnotations;
using DiemSang.Core.Scoring;
using DiemSang.Modules.Scorecards;
using DiemSang.Modules.Scorecards.Figures;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Scorecards.SelfScoring;
using DiemSang.Modules.Shared.Files;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Scorecards.Sheets;

/// <summary>One criterion at a time: what the rule asks for, its proof, and the sentence saying how the points came about. Nothing is filled in beforehand.</summary>
[RequestSizeLimit(52 * 1024 * 1024), EnableRateLimiting(Policies.Uploads)]
public sealed class SelfModel(RoundReader rounds, SheetReader sheets, SelfScorer scorer, FigureOffers figures, DutyRoster roster, FileStore files, IStringLocalizer texts) : CriterionPage(rounds, sheets)
{
    [BindProperty]
    public DeclaredForm Declared { get; set; } = new();

    [BindProperty]
    public ProofInput Proof { get; set; } = new();

    [BindProperty, Display(Name = "Không áp dụng với cơ quan")]
    public bool IsNotApplicable { get; set; }

    [BindProperty, Display(Name = "Lý do không áp dụng"), DataType(DataType.MultilineText), StringLength(SelfScore.TextMaxLength, ErrorMessage = "Dài tối đa 4.000 ký tự.")]
    public string? Reason { get; set; }

    [BindProperty, Display(Name = "Giải thích"), DataType(DataType.MultilineText), StringLength(SelfScore.TextMaxLength, ErrorMessage = "Dài tối đa 4.000 ký tự.")]
    public string? Explanation { get; set; }

    [BindProperty]
    public int Seen { get; set; }

    public FigureOffer? Offer { get; private set; }

    /// <summary>Names of the unit that leads the criterion and of those that support it.</summary>
    public IReadOnlyList<(string Unit, bool Leads)> Duties { get; private set; } = [];
    public bool HasMovedOn { get; private set; }

    /// <summary>The saved score; null before there is one.</summary>
    public NodeResult? Saved => Sheet.SelfOf(Criterion.Code) is null ? null : Sheet.At(SheetStage.Self).Find(Criterion.Code);
    public bool MayScore => IsOwn && Sheet.IsOpenForSelfScoring && Actor.MayScore(Sheet.DutiesOf(Criterion.Code));
    public IEnumerable<SheetFlag> Flags => Sheet.FlagsAt(SheetStage.Self).Where(flag => flag.Code == Criterion.Code && flag.Kind is not (FlagKind.NotDeclared or FlagKind.NotApplicable));
    public override IReadOnlyList<Criterion> Ring => [.. Opened.Leaves.Where(leaf => leaf.IsSelfScored())];

    /// <summary>A group that may be not applicable as a whole, too.</summary>
    protected override Criterion? Find(string code) => Opened.Declarable(code);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (Sheet.SelfOf(Criterion.Code) is { } saved)
        {
            (Declared, IsNotApplicable, Reason, Explanation, Seen) = (DeclaredForm.Of(saved.Declaration.Values), saved.IsNotApplicable, saved.Reason, saved.Explanation, saved.Version);
        }

        await ReadAroundAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(string? then, CancellationToken cancel)
    {
        var values = Criterion.Rule is { } rule ? Declared.Read(rule, ModelState, texts) : new Dictionary<string, DeclaredValue>();
        var proof = await Proof.TakeAsync(files, Actor, Opened.Today, ModelState, texts, cancel);
        if (IsNotApplicable && Reason is null)
        {
            ModelState.AddModelError("Reason", texts["Ghi lý do không áp dụng."]);
        }

        if (!ModelState.IsValid)
        {
            await ReadAroundAsync(cancel);
            return Refused();
        }

        return await SaveAsync(new SelfScoreInput(Criterion.Code, DeclarationOf(values), Seen, Proof: proof), then == "next", cancel);
    }

    /// <summary>While one types: what is complete is saved, the rest is said and stays in the form.</summary>
    public async Task<IActionResult> OnPostAutosaveAsync(CancellationToken cancel)
    {
        var values = Criterion.Rule is { } rule ? Declared.Read(rule, ModelState, texts) : new Dictionary<string, DeclaredValue>();
        if (!ModelState.IsValid || (IsNotApplicable && Reason is null))
        {
            return Answer(StatusCodes.Status400BadRequest, texts["Chưa lưu: {0}", ModelState.Values.SelectMany(entry => entry.Errors).FirstOrDefault()?.ErrorMessage ?? texts["Ghi lý do không áp dụng."].Value]);
        }

        var result = await scorer.ScoreAsync(Actor, Sheet, new SelfScoreInput(Criterion.Code, DeclarationOf(values), Seen), cancel);
        return result.Outcome switch
        {
            ScoringOutcome.Saved => Answer(StatusCodes.Status200OK, texts["Đã tự lưu. {0}", Saved?.How ?? ""]),
            ScoringOutcome.MovedOn => Answer(StatusCodes.Status409Conflict, texts["Người khác vừa chấm tiêu chí này nên chưa lưu; bấm Lưu để xem cả hai bản."]),
            ScoringOutcome.NotAllowed => Forbid(),
            _ => Answer(StatusCodes.Status400BadRequest, texts["Chưa lưu: {0}", result.Problem ?? texts["Bước này đã khóa; cần thêm thời gian thì đề nghị cơ quan mở kỳ chấm gia hạn."].Value]),
        };
    }

    /// <summary>Takes the product's own figure over, with its source.</summary>
    public async Task<IActionResult> OnPostOfferAsync(CancellationToken cancel)
    {
        await ReadAroundAsync(cancel);
        if (Offer is not { } offer)
        {
            return NotFound();
        }

        return await SaveAsync(new SelfScoreInput(Criterion.Code, new Declaration { Values = offer.Values, Explanation = Sheet.SelfOf(Criterion.Code)?.Explanation ?? offer.Source }, Seen, offer.Source), goesOn: false, cancel);
    }

    private JsonResult Answer(int status, string text) => new(new { seen = Sheet.SelfOf(Criterion.Code)?.Version ?? 0, text }) { StatusCode = status };

    private Declaration DeclarationOf(IReadOnlyDictionary<string, DeclaredValue> values) => new()
    {
        Values = IsNotApplicable ? new Dictionary<string, DeclaredValue>() : values, IsNotApplicable = IsNotApplicable, NotApplicableReason = Reason, Explanation = Explanation,
    };

    private async Task<IActionResult> SaveAsync(SelfScoreInput input, bool goesOn, CancellationToken cancel)
    {
        var result = await scorer.ScoreAsync(Actor, Sheet, input, cancel);
        if (result.Outcome == ScoringOutcome.Saved)
        {
            this.Say(texts["Đã lưu tiêu chí {0}.", Criterion.Code]);
            return Redirect(!goesOn ? ScorecardLinks.Self(Round.Id, Subject, Criterion.Code) : After is { } next ? ScorecardLinks.Self(Round.Id, Subject, next) : SheetPath);
        }

        if (result.Outcome == ScoringOutcome.NotAllowed)
        {
            return Forbid();
        }

        HasMovedOn = result.Outcome == ScoringOutcome.MovedOn;
        if (!HasMovedOn)
        {
            ModelState.AddModelError("", result.Problem ?? texts["Bước này đã khóa; cần thêm thời gian thì đề nghị cơ quan mở kỳ chấm gia hạn."]);
        }

        await ReadAroundAsync(cancel);
        return Refused(HasMovedOn ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest);
    }

    private async Task ReadAroundAsync(CancellationToken cancel)
    {
        Offer = MayScore ? await figures.ForAsync(Opened, Subject, Criterion, cancel) : null;
        var units = (await roster.UnitsAsync(Subject, cancel)).ToDictionary(unit => unit.Id, unit => unit.Name);
        Duties = [.. Sheet.DutiesOf(Criterion.Code).OrderByDescending(duty => duty.Leads).Where(duty => units.ContainsKey(duty.UnitId)).Select(duty => (units[duty.UnitId], duty.Leads))];
    }
}
