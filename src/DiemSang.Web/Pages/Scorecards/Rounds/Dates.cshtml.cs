using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Scorecards;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Scorecards.Rounds;

/// <summary>Moves the days of a round, with the reason.</summary>
public sealed class DatesModel(RoundReader rounds, RoundKeeper keeper, IStringLocalizer texts) : RoundPage(rounds)
{
    private readonly RoundReader _rounds = rounds;

    [BindProperty]
    public DatesInput Dates { get; set; } = new();

    [BindProperty]
    public int Seen { get; set; }

    [BindProperty, Display(Name = "Lý do"), DataType(DataType.MultilineText), Required(ErrorMessage = "Ghi lý do đổi ngày."), StringLength(Participant.ReasonMaxLength, ErrorMessage = "Lý do dài tối đa 1.000 ký tự.")]
    public string? Reason { get; set; }

    public bool HasMovedOn { get; private set; }
    public DatesInput Saved { get; private set; } = new();

    protected override bool IsForKeepers => true;

    public void OnGet() => (Dates, Seen) = (DatesInput.Of(Round.Dates), Round.Version);

    public async Task<IActionResult> OnPostAsync()
    {
        if (ModelState.IsValid && !Dates.ToDates().AreInOrder)
        {
            ModelState.AddModelError("Dates.SelfScoreTo", texts["Các ngày phải theo thứ tự: tự chấm, thẩm định 1, giải trình, thẩm định 2, Hội đồng, công bố."]);
        }

        if (!ModelState.IsValid)
        {
            return Refused();
        }

        if (await keeper.MoveDatesAsync(Actor, Round, Dates.ToDates(), Seen, Reason!))
        {
            this.Say(texts["Đã đổi ngày của kỳ chấm."]);
            return Redirect(Path);
        }

        HasMovedOn = true;
        Saved = DatesInput.Of((await _rounds.OpenAsync(Round.Id))!.Round.Dates);
        return Refused(StatusCodes.Status409Conflict);
    }
}
