using System.ComponentModel.DataAnnotations;
using DiemSang.Core.Planning;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Importing;
using DiemSang.Modules.Shared;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans;

/// <summary>A plan that is typed in: its name, period and indices; rows follow in the review.</summary>
public sealed class NewModel(PlanCreation creation, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    [BindProperty]
    public NewPlanInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> IndexChoices => [.. PlanTexts.IndexCodes.Select(code => new SelectListItem(WorkWords.IndexName(code), code))];

    public void OnGet() => Input = new NewPlanInput { From = clock.Today().Year, To = clock.Today().Year, Indices = [.. PlanTexts.IndexCodes] };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (ModelState.IsValid && Input.To < Input.From)
        {
            ModelState.AddModelError("Input.To", texts["Năm cuối không thể trước năm đầu."]);
        }

        if (!ModelState.IsValid)
        {
            return this.AskAgain();
        }

        var indices = PlanTexts.IndexCodes.Intersect(Input.Indices).ToList();
        var plan = await creation.BlankAsync(HttpContext.Actor(), Input.Title!, new PlanPeriod(Input.From!.Value, Input.To!.Value), indices, cancel);
        this.Say(texts["Đã tạo bản nháp. Thêm các dòng nhiệm vụ dưới đây."]);
        return Redirect(PlanLinks.Review(plan!.Id));
    }

    public sealed class NewPlanInput
    {
        [Display(Name = "Trích yếu"), DataType(DataType.MultilineText), Required(ErrorMessage = "Nhập tên kế hoạch."), StringLength(Plan.TitleMaxLength, ErrorMessage = "Tên dài tối đa 1.000 ký tự.")]
        public string? Title { get; set; }

        [Display(Name = "Từ năm"), Required(ErrorMessage = "Nhập năm."), Range(2000, 2100, ErrorMessage = "Nhập năm từ 2000 đến 2100.")]
        public int? From { get; set; }

        [Display(Name = "Đến năm"), Required(ErrorMessage = "Nhập năm."), Range(2000, 2100, ErrorMessage = "Nhập năm từ 2000 đến 2100.")]
        public int? To { get; set; }

        [Display(Name = "Chỉ số"), MinLength(1, ErrorMessage = "Chọn ít nhất một chỉ số.")]
        public List<string> Indices { get; set; } = [];
    }
}
