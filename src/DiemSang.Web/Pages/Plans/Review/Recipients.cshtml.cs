using System.ComponentModel.DataAnnotations;
using DiemSang.Core.Planning;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Review;

/// <summary>Who receives the plan and for what (ORG-04), and when units report.</summary>
public sealed class RecipientsModel(PlanReview plans, HeaderEditor editor, IStringLocalizer texts) : DraftPage(plans)
{
    [BindProperty]
    public List<RecipientInput> Recipients { get; set; } = [];

    [BindProperty]
    public List<DeadlineInput> Deadlines { get; set; } = [];

    public IReadOnlyList<SelectListItem> Periods =>
    [
        new(texts["Hằng tháng"], "month"), new(texts["Hằng quý"], "quarter"), new(texts["6 tháng"], "halfYear"), new(texts["Hằng năm"], "year"), new(texts["Đột xuất"], "adHoc"),
        new(texts["Theo quy định"], "regulated"),
    ];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await FindPlanAsync(id, cancel) is { } refusal)
        {
            return refusal;
        }

        Version = Plan.Version;
        Recipients = [.. Plan.Content.Recipients.Select(recipient => new RecipientInput { Name = recipient.Name, Purpose = recipient.Purpose }), new(), new()];
        Deadlines = [.. Plan.Content.ReportDeadlines.Select(DeadlineInput.From), new()];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await FindPlanAsync(id, cancel) is { } refusal)
        {
            return refusal;
        }

        if (!ModelState.IsValid)
        {
            return this.AskAgain();
        }

        var recipients = Recipients.Where(recipient => recipient.Name is not null).Select(recipient => new PlanRecipient(recipient.Name!, recipient.Purpose)).ToList();
        var deadlines = Deadlines.Where(deadline => deadline.Text is not null).Select(deadline => deadline.ToDeadline()).ToList();
        var status = await editor.SetRecipientsAsync(HttpContext.Actor(), id, Version, recipients, deadlines, cancel);
        return status == EditStatus.Conflict ? await ShowTheirsAsync(id, cancel) : this.After(status, id, PlanLinks.Review(id), texts["Đã lưu nơi nhận và thời hạn báo cáo."], texts);
    }

    public sealed class RecipientInput
    {
        [Display(Name = "Nơi nhận"), StringLength(300, ErrorMessage = "Viết tối đa 300 ký tự.")]
        public string? Name { get; set; }

        [Display(Name = "Mục đích"), StringLength(50, ErrorMessage = "Viết tối đa 50 ký tự.")]
        public string? Purpose { get; set; }
    }

    public sealed class DeadlineInput
    {
        [Display(Name = "Lời của kế hoạch"), DataType(DataType.MultilineText), StringLength(1000, ErrorMessage = "Viết tối đa 1.000 ký tự.")]
        public string? Text { get; set; }

        [Display(Name = "Kỳ báo cáo"), AllowedValues("month", "quarter", "halfYear", "year", "adHoc", "regulated", ErrorMessage = "Chọn kỳ báo cáo.")]
        public string Period { get; set; } = "quarter";

        [Display(Name = "Ngày cuối cùng còn kịp"), Range(1, 31, ErrorMessage = "Nhập ngày từ 1 đến 31.")]
        public int? Day { get; set; }

        [Display(Name = "Tháng"), Range(1, 12, ErrorMessage = "Nhập tháng từ 1 đến 12.")]
        public int? Month { get; set; }

        [Display(Name = "Gửi đến"), StringLength(200, ErrorMessage = "Viết tối đa 200 ký tự.")]
        public string? To { get; set; }

        public bool Inclusive { get; set; } = true;

        public int? PrintedDay { get; set; }

        public static DeadlineInput From(ReportDeadline deadline) => new()
        {
            Text = deadline.Text, Period = deadline.Period, Day = deadline.Day, Month = deadline.Month, To = deadline.To, Inclusive = deadline.Inclusive, PrintedDay = deadline.PrintedDay,
        };

        public ReportDeadline ToDeadline() => new(Period, Day, Month, Inclusive, PrintedDay, To, Text!);
    }
}
