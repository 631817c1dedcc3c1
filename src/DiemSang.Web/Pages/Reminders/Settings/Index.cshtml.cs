using System.ComponentModel.DataAnnotations;
using System.Globalization;
using DiemSang.Core.Reminders;
using DiemSang.Modules.Reminders.Asking;
using DiemSang.Modules.Reminders.Links;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Reminders.Settings;

/// <summary>The ladder of the organisation: its days and hours. Which steps there are comes from the catalog.</summary>
public sealed class IndexModel(ReminderRules rules, OneTapLinks links, IStringLocalizer texts) : PageModel
{
    [BindProperty]
    public RuleInput Input { get; set; } = new();

    public ReminderRule Rule { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Rule = await rules.OfAsync(HttpContext.Actor().OrganisationId, cancel);
        Input = RuleInput.From(Rule);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Rule = await rules.OfAsync(HttpContext.Actor().OrganisationId, cancel);
        var chosen = ModelState.IsValid ? Input.ToRule(Rule) : null;
        if (chosen?.Quiet.Contains(chosen.DigestAt) == true)
        {
            ModelState.AddModelError("Input.DigestAt", texts["Giờ gửi thư đang nằm trong giờ yên lặng. Chọn giờ khác."]);
        }

        if (chosen is null || !ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await rules.ChooseAsync(HttpContext.Actor(), chosen, cancel);
        this.Say(texts["Đã lưu các bước nhắc."]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndLinksAsync(CancellationToken cancel)
    {
        await links.EndAllAsync(HttpContext.Actor(), cancel);
        this.Say(texts["Đã hủy mọi liên kết đã gửi."]);
        return RedirectToPage();
    }

    public sealed class StepInput
    {
        [Display(Name = "Ngày làm việc so với hạn"), Required(ErrorMessage = "Nhập số ngày."), Range(-60, 60, ErrorMessage = "Nhập số ngày từ -60 đến 60.")]
        public int? WorkingDays { get; set; }

        [Display(Name = "Nhắc lại sau mỗi (ngày làm việc)"), Range(1, 60, ErrorMessage = "Nhập số ngày từ 1 đến 60, hoặc để trống.")]
        public int? Every { get; set; }

        public static StepInput From(LadderStep step) => new() { WorkingDays = step.WorkingDays, Every = step.EveryWorkingDays };

        public LadderStep ToStep(LadderStep of) => of with { WorkingDays = WorkingDays!.Value, EveryWorkingDays = Every };
    }

    public sealed class RuleInput
    {
        private const string TimeFormat = "HH:mm";

        public List<StepInput> Steps { get; set; } = [];
        public List<StepInput> PartnerSteps { get; set; } = [];

        [Display(Name = "Gửi thư tổng hợp lúc"), Required(ErrorMessage = "Chọn giờ.")]
        public string? DigestAt { get; set; }

        [Display(Name = "Yên lặng từ"), Required(ErrorMessage = "Chọn giờ.")]
        public string? QuietFrom { get; set; }

        [Display(Name = "Yên lặng đến"), Required(ErrorMessage = "Chọn giờ.")]
        public string? QuietTo { get; set; }

        [Display(Name = "Số ngày liên kết trong thư mở phiếu không cần đăng nhập"), Required(ErrorMessage = "Nhập số ngày."), Range(0, 30, ErrorMessage = "Nhập số ngày từ 0 đến 30.")]
        public int? OneTapDays { get; set; }

        [Display(Name = "Nhắc lại việc chờ ý kiến sau mỗi (ngày làm việc)"), Required(ErrorMessage = "Nhập số ngày."), Range(1, 60, ErrorMessage = "Nhập số ngày từ 1 đến 60.")]
        public int? WaitingEvery { get; set; }

        [Display(Name = "Báo trước khi một bước chấm điểm kết thúc (ngày)"), Required(ErrorMessage = "Nhập số ngày."), Range(0, 30, ErrorMessage = "Nhập số ngày từ 0 đến 30.")]
        public int? BeforeEnd { get; set; }

        public static RuleInput From(ReminderRule rule) => new()
        {
            Steps = [.. rule.Steps.Select(StepInput.From)],
            PartnerSteps = [.. rule.PartnerSteps.Select(StepInput.From)],
            DigestAt = Text(rule.DigestAt), QuietFrom = Text(rule.Quiet.From), QuietTo = Text(rule.Quiet.To), OneTapDays = rule.OneTapDays, WaitingEvery = rule.WaitingEvery,
            BeforeEnd = rule.BeforeEnd,
        };

        /// <summary>Null when the posted form is not the one that was shown.</summary>
        public ReminderRule? ToRule(ReminderRule of) =>
            Steps.Count == of.Steps.Count && PartnerSteps.Count == of.PartnerSteps.Count && Time(DigestAt) is { } digest && Time(QuietFrom) is { } from && Time(QuietTo) is { } to
                ? new ReminderRule(
                    [.. Steps.Zip(of.Steps, (chosen, step) => chosen.ToStep(step))], [.. PartnerSteps.Zip(of.PartnerSteps, (chosen, step) => chosen.ToStep(step))],
                    new QuietHours(from, to), digest, OneTapDays!.Value) { WaitingEvery = WaitingEvery!.Value, BeforeEnd = BeforeEnd!.Value }
                : null;

        private static string Text(TimeOnly time) => time.ToString(TimeFormat, CultureInfo.InvariantCulture);

        private static TimeOnly? Time(string? text) => TimeOnly.TryParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
    }
}
