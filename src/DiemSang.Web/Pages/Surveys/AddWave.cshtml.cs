using System.ComponentModel.DataAnnotations;
using DiemSang.Core.Surveys.Integrity;
using DiemSang.Modules.Surveys;
using DiemSang.Modules.Surveys.Keeping;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Surveys;

public sealed class AddWaveModel(SurveyList surveys, SurveyKeeper keeper, IStringLocalizer texts) : PageModel
{
    [BindProperty]
    public WaveInput Input { get; set; } = new();

    public OpenedSurvey Opened { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        Opened = (await surveys.FindAsync(HttpContext.Actor(), id, cancel))!;
        return Opened is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        var page = await OnGetAsync(id, cancel);
        if (ModelState.IsValid && Input.ToDate < Input.FromDate)
        {
            ModelState.AddModelError("Input.ToDate", texts["Ngày cuối phải từ ngày đầu trở đi."]);
        }

        if (Opened is null || !ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return page;
        }

        var wave = new Wave(Opened.Survey, Input.Name!, Input.FromDate!.Value, Input.ToDate!.Value, Input.Channels, Input.NeedsCode);
        await keeper.PlanAsync(HttpContext.Actor(), wave, cancel);
        this.Say(texts["Đã thêm đợt. Kiểm tra phiếu rồi mở đợt; từ lúc mở, câu hỏi không đổi nữa."]);
        return Redirect($"/surveys/waves/{wave.Id}");
    }

    public sealed class WaveInput
    {
        [Display(Name = "Tên đợt"), Required(ErrorMessage = "Nhập tên đợt."), StringLength(Wave.NameMaxLength, ErrorMessage = "Tên dài tối đa 200 ký tự.")]
        public string? Name { get; set; }

        [Display(Name = "Từ ngày"), Required(ErrorMessage = "Nhập ngày đầu.")]
        public DateOnly? FromDate { get; set; }

        [Display(Name = "Đến hết ngày"), Required(ErrorMessage = "Nhập ngày cuối.")]
        public DateOnly? ToDate { get; set; }

        [Display(Name = "Cách thu phiếu"), MinLength(1, ErrorMessage = "Chọn ít nhất một cách thu phiếu.")]
        public List<CollectionChannel> Channels { get; set; } = [.. Enum.GetValues<CollectionChannel>()];

        [Display(Name = "Chỉ nhận phiếu có mã một lần")]
        public bool NeedsCode { get; set; }
    }
}
