using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Scorecards.Results;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Scorecards.Rounds;

/// <summary>The leader publishes: points, ranks and grades are frozen with the decision.</summary>
public sealed class PublishModel(RoundReader rounds, Publisher publisher, IStringLocalizer texts) : RoundPage(rounds)
{
    [BindProperty, Display(Name = "Quyết định công bố"), Required(ErrorMessage = "Ghi số và ngày của quyết định công bố."), StringLength(300, ErrorMessage = "Dài tối đa 300 ký tự.")]
    public string? Decision { get; set; }

    [BindProperty, Display(Name = "Tính 0 điểm cho những tiêu chí chưa có kết luận")]
    public bool CountsMissingAsZero { get; set; }

    public int Open { get; private set; }

    protected override bool IsForKeepers => true;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Refused();
        }

        var result = await publisher.PublishAsync(Actor, Opened, Decision!, CountsMissingAsZero);
        switch (result.Outcome)
        {
            case PublishOutcome.Published:
                this.Say(texts["Đã công bố kết quả."]);
                return Redirect(ScorecardLinks.Ranking(Round.Id));
            case PublishOutcome.NotAllowed:
                ModelState.AddModelError("Decision", texts["Chỉ lãnh đạo của cơ quan mở kỳ chấm công bố, một lần."]);
                break;
            case PublishOutcome.TooEarly:
                ModelState.AddModelError("Decision", texts["Chưa đến bước Hội đồng thẩm định nên chưa công bố được."]);
                break;
            default:
                Open = result.Open;
                ModelState.AddModelError("CountsMissingAsZero", texts["Còn {0} tiêu chí của các đơn vị chưa có kết luận.", result.Open]);
                break;
        }

        return Refused();
    }
}
