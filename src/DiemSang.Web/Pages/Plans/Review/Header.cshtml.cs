using System.ComponentModel.DataAnnotations;
using DiemSang.Core.Planning;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Review;

/// <summary>Number, date, title, period, indices and signature of a draft.</summary>
public sealed class HeaderModel(PlanReview plans, HeaderEditor editor, IStringLocalizer texts) : DraftPage(plans)
{
    [BindProperty]
    public HeaderInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> IndexChoices => [.. PlanTexts.IndexCodes.Select(code => new SelectListItem(WorkWords.IndexName(code), code))];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await FindPlanAsync(id, cancel) is { } refusal)
        {
            return refusal;
        }

        Version = Plan.Version;
        Input = HeaderInput.Of(Plan);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await FindPlanAsync(id, cancel) is { } refusal)
        {
            return refusal;
        }

        if (ModelState.IsValid && Input.To < Input.From)
        {
            ModelState.AddModelError("Input.To", texts["Năm cuối không thể trước năm đầu."]);
        }

        if (!ModelState.IsValid)
        {
            return this.AskAgain();
        }

        var status = await editor.EditAsync(HttpContext.Actor(), id, Version, Input.ToText(Plan), cancel);
        return status == EditStatus.Conflict ? await ShowTheirsAsync(id, cancel) : this.After(status, id, PlanLinks.Review(id), texts["Đã lưu phần đầu của kế hoạch."], texts);
    }

    public sealed class HeaderInput
    {
        [Display(Name = "Trích yếu"), DataType(DataType.MultilineText), Required(ErrorMessage = "Nhập tên kế hoạch."), StringLength(Plan.TitleMaxLength, ErrorMessage = "Tên dài tối đa 1.000 ký tự.")]
        public string? Title { get; set; }

        [Display(Name = "Số"), StringLength(20, ErrorMessage = "Số dài tối đa 20 ký tự.")]
        public string? Number { get; set; }

        [Display(Name = "Ký hiệu"), StringLength(50, ErrorMessage = "Ký hiệu dài tối đa 50 ký tự.")]
        public string? Symbol { get; set; }

        [Display(Name = "Ngày ban hành")]
        public DateOnly? IssuedOn { get; set; }

        [Display(Name = "Địa danh"), StringLength(100, ErrorMessage = "Viết tối đa 100 ký tự.")]
        public string? Place { get; set; }

        [Display(Name = "Cơ quan ban hành"), StringLength(200, ErrorMessage = "Tên dài tối đa 200 ký tự.")]
        public string? Issuer { get; set; }

        [Display(Name = "Cơ quan cấp trên"), StringLength(200, ErrorMessage = "Tên dài tối đa 200 ký tự.")]
        public string? Superior { get; set; }

        [Display(Name = "Từ năm"), Required(ErrorMessage = "Nhập năm."), Range(2000, 2100, ErrorMessage = "Nhập năm từ 2000 đến 2100.")]
        public int? From { get; set; }

        [Display(Name = "Đến năm"), Required(ErrorMessage = "Nhập năm."), Range(2000, 2100, ErrorMessage = "Nhập năm từ 2000 đến 2100.")]
        public int? To { get; set; }

        [Display(Name = "Chỉ số"), MinLength(1, ErrorMessage = "Chọn ít nhất một chỉ số.")]
        public List<string> Indices { get; set; } = [];

        [Display(Name = "Thẩm quyền ký"), StringLength(200, ErrorMessage = "Viết tối đa 200 ký tự.")]
        public string? SignedFor { get; set; }

        [Display(Name = "Chức vụ người ký"), StringLength(200, ErrorMessage = "Viết tối đa 200 ký tự.")]
        public string? SignerPost { get; set; }

        [Display(Name = "Họ tên người ký"), StringLength(100, ErrorMessage = "Viết tối đa 100 ký tự.")]
        public string? SignerName { get; set; }

        public static HeaderInput Of(Plan plan) => new()
        {
            Title = plan.Title, Number = plan.Number, Symbol = plan.Symbol, IssuedOn = plan.IssuedOn, Place = plan.Place, Issuer = plan.Issuer, Superior = plan.Superior,
            From = plan.PeriodFrom, To = plan.PeriodTo, Indices = [.. plan.Indices],
            SignedFor = plan.Content.Signature?.Authority, SignerPost = plan.Content.Signature?.Post, SignerName = plan.Content.Signature?.Name,
        };

        public HeaderText ToText(Plan plan) => new()
        {
            Title = Title!, Number = Number, Symbol = Symbol, IssuedOn = IssuedOn, Place = Place, Issuer = Issuer, Superior = Superior,
            Period = new PlanPeriod(From!.Value, To!.Value, plan.Content.PeriodText),
            Indices = [.. plan.Indices.Intersect(Indices).Union(PlanTexts.IndexCodes.Intersect(Indices))],
            Signature = SignedFor is null && SignerPost is null && SignerName is null ? null : new PlanSignature(SignedFor, SignerPost, SignerName, plan.Content.Signature?.Source),
        };
    }
}
