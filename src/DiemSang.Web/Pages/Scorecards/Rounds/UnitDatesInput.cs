using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Scorecards;

namespace DiemSang.Web.Pages.Scorecards.Rounds;

/// <summary>Last days of one unit, as typed; empty where the round's day holds.</summary>
public sealed class UnitDatesInput
{
    [Display(Name = "Tự chấm đến hết ngày")]
    public DateOnly? SelfScoreTo { get; set; }

    [Display(Name = "Thẩm định lần 1 đến hết ngày")]
    public DateOnly? Appraisal1To { get; set; }

    [Display(Name = "Giải trình đến hết ngày")]
    public DateOnly? ExplanationTo { get; set; }

    [Display(Name = "Thẩm định lần 2 đến hết ngày")]
    public DateOnly? Appraisal2To { get; set; }

    [Display(Name = "Hội đồng kết luận đến hết ngày")]
    public DateOnly? CouncilTo { get; set; }

    public static UnitDatesInput Of(UnitDates dates) => new()
    {
        SelfScoreTo = dates.SelfScoreTo, Appraisal1To = dates.Appraisal1To, ExplanationTo = dates.ExplanationTo, Appraisal2To = dates.Appraisal2To, CouncilTo = dates.CouncilTo,
    };

    public UnitDates ToDates() => new(SelfScoreTo, Appraisal1To, ExplanationTo, Appraisal2To, CouncilTo);
}
