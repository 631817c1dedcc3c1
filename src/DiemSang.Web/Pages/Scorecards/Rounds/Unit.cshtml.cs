using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Scorecards;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Scorecards.Rounds;

/// <summary>More time for one unit, or its sheet opened again, with the reason.</summary>
public sealed class UnitModel(RoundReader rounds, RoundKeeper keeper, IStringLocalizer texts) : RoundPage(rounds)
{
    private readonly RoundReader _rounds = rounds;

    public Participant Participant { get; private set; } = null!;

    [BindProperty]
    public UnitDatesInput Dates { get; set; } = new();

    [BindProperty, Display(Name = "Lý do"), DataType(DataType.MultilineText), Required(ErrorMessage = "Ghi lý do gia hạn hoặc mở lại."), StringLength(Participant.ReasonMaxLength, ErrorMessage = "Lý do dài tối đa 1.000 ký tự.")]
    public string? Reason { get; set; }

    [BindProperty]
    public int Seen { get; set; }

    public bool HasMovedOn { get; private set; }

    protected override bool IsForKeepers => true;

    public void OnGet() => (Dates, Seen) = (UnitDatesInput.Of(Participant.OwnDates), Participant.Version);

    public async Task<IActionResult> OnPostAsync(Guid subject)
    {
        var dates = Dates.ToDates();
        if (ModelState.IsValid && dates == UnitDates.None)
        {
            ModelState.AddModelError("Dates.SelfScoreTo", texts["Nhập ít nhất một hạn mới."]);
        }

        if (ModelState.IsValid && !dates.Over(Round.Dates).AreInOrder)
        {
            ModelState.AddModelError("Dates.SelfScoreTo", texts["Hạn riêng của một bước vượt hạn của bước sau; gia hạn luôn cả các bước sau."]);
        }

        if (!ModelState.IsValid)
        {
            return Refused();
        }

        if (await keeper.ReopenAsync(Actor, Round, Participant, dates, Reason!, Seen))
        {
            this.Say(texts["Đã gia hạn cho {0}.", Participant.SubjectName]);
            return Redirect(Path);
        }

        HasMovedOn = true;
        Participant = await FindAsync(subject) ?? Participant;
        return Refused(StatusCodes.Status409Conflict);
    }

    public async Task<IActionResult> OnPostRankAsync(bool isRanked)
    {
        var saved = await keeper.RankAsync(Actor, Participant, isRanked, Seen);
        this.Say(saved ? texts["Đã lưu."] : texts["Người khác vừa sửa chỗ này nên thay đổi của bạn chưa được lưu. Xem bản mới nhất dưới đây rồi làm lại."]);
        return Redirect(Path);
    }

    protected override async Task<IActionResult?> RefusalAsync(RouteData route)
    {
        Participant = Guid.TryParse(route.Values["subject"] as string, out var subject) ? (await FindAsync(subject))! : null!;
        return Participant is null ? NotFound() : null;
    }

    /// <summary>The days as they hold for this unit, for the second of two editors.</summary>
    public string Standing => string.Join("; ", new[] { RoundStage.SelfScoring, RoundStage.Appraisal1, RoundStage.Explanation, RoundStage.Appraisal2, RoundStage.Council }
        .Select(stage => $"{texts.Of(stage)} {Participant.DatesIn(Round).EndOf(stage):dd/MM/yyyy}"));

    private async Task<Participant?> FindAsync(Guid subject) => (await _rounds.ParticipantsAsync(Round)).Find(one => one.SubjectId == subject);
}
