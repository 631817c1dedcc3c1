using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Surveys.Outside;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Pages.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Surveys.Outside;

/// <summary>What the survey's owner published, noted with its source once nobody is asked any more.</summary>
public sealed class ResultModel(OutsideSurveyList surveys, DiemSangDbContext db, TimeProvider clock, IStringLocalizer texts) : OutsidePage(surveys)
{
    [BindProperty]
    public ResultInput Input { get; set; } = new();

    public bool IsOver => Survey.IsOver(clock.Today());

    public void OnGet() => Input = new ResultInput
    {
        Result = Survey.OfficialResult, Source = Survey.ResultSource, Link = Survey.ResultLink, PublishedOn = Survey.ResultOn, Version = Survey.Version,
    };

    public async Task<IActionResult> OnPostAsync()
    {
        if (ModelState.IsValid && (Input.PublishedOn <= Survey.ToDate || Input.PublishedOn > clock.Today()))
        {
            ModelState.AddModelError("Input.PublishedOn", texts["Ngày công bố phải sau ngày điều tra xong ({0:dd/MM/yyyy}) và không sau hôm nay.", Survey.ToDate]);
        }

        if (!IsOver || !ModelState.IsValid)
        {
            return Refused();
        }

        Survey.Note(new OfficialResult(Input.Result!, Input.Source!, Input.Link, Input.PublishedOn!.Value));
        if (!await db.TrySaveAsync(Survey, Input.Version, Actor.To("surveys.note-official-result")))
        {
            await ReadTheirsAsync();
            ModelState.Remove("Input.Version");
            Input.Version = Survey.Version;
            return Page();
        }

        this.Say(texts["Đã ghi kết quả chính thức."]);
        return Redirect(Path);
    }

    public sealed class ResultInput
    {
        [Display(Name = "Kết quả đã công bố"), DataType(DataType.MultilineText), Required(ErrorMessage = "Nhập kết quả đã công bố."), StringLength(SupportTask.TextMaxLength, ErrorMessage = "Dài tối đa 1.000 ký tự.")]
        public string? Result { get; set; }

        [Display(Name = "Nguồn"), Required(ErrorMessage = "Nhập nguồn công bố."), StringLength(OutsideSurvey.NameMaxLength, ErrorMessage = "Nguồn dài tối đa 200 ký tự.")]
        public string? Source { get; set; }

        [Display(Name = "Liên kết tới nguồn"), StringLength(OutsideSurvey.LinkMaxLength, ErrorMessage = "Liên kết dài tối đa 500 ký tự."), RegularExpression(OutsideInput.LinkPattern, ErrorMessage = "Liên kết bắt đầu bằng https:// hoặc /evidence/.")]
        public string? Link { get; set; }

        [Display(Name = "Ngày công bố"), Required(ErrorMessage = "Nhập ngày công bố.")]
        public DateOnly? PublishedOn { get; set; }

        public int Version { get; set; }
    }
}
