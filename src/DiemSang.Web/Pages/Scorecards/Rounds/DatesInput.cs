using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Scorecards;

namespace DiemSang.Web.Pages.Scorecards.Rounds;

/// <summary>The last good days of a round, as typed.</summary>
public sealed class DatesInput
{
    [Display(Name = "Tự chấm đến hết ngày"), Required(ErrorMessage = "Nhập ngày cuối tự chấm.")]
    public DateOnly? SelfScoreTo { get; set; }

    [Display(Name = "Thẩm định lần 1 đến hết ngày"), Required(ErrorMessage = "Nhập ngày cuối thẩm định lần 1.")]
    public DateOnly? Appraisal1To { get; set; }

    [Display(Name = "Giải trình đến hết ngày"), Required(ErrorMessage = "Nhập ngày cuối giải trình.")]
    public DateOnly? ExplanationTo { get; set; }

    [Display(Name = "Thẩm định lần 2 đến hết ngày"), Required(ErrorMessage = "Nhập ngày cuối thẩm định lần 2.")]
    public DateOnly? Appraisal2To { get; set; }

    [Display(Name = "Hội đồng kết luận đến hết ngày"), Required(ErrorMessage = "Nhập ngày cuối của Hội đồng.")]
    public DateOnly? CouncilTo { get; set; }

    [Display(Name = "Công bố trước hết ngày"), Required(ErrorMessage = "Nhập ngày công bố.")]
    public DateOnly? PublishOn { get; set; }

    public static DatesInput Of(RoundDates dates) => new()
    {
        SelfScoreTo = dates.SelfScoreTo, Appraisal1To = dates.Appraisal1To, ExplanationTo = dates.ExplanationTo, Appraisal2To = dates.Appraisal2To, CouncilTo = dates.CouncilTo, PublishOn = dates.PublishOn,
    };

    /// <summary>Only after validation.</summary>
    public RoundDates ToDates() => new(SelfScoreTo!.Value, Appraisal1To!.Value, ExplanationTo!.Value, Appraisal2To!.Value, CouncilTo!.Value, PublishOn!.Value);
}
