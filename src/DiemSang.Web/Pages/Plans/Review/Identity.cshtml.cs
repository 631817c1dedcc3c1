using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Review;

/// <summary>Number, symbol and date that were read from an image, confirmed by a person who looked at it.</summary>
public sealed class IdentityModel(PlanReview plans, HeaderEditor editor, IStringLocalizer texts) : DraftPage(plans)
{
    [BindProperty]
    public IdentityInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await FindPlanAsync(id, cancel) is { } refusal)
        {
            return refusal;
        }

        Version = Plan.Version;
        Input = new IdentityInput { Number = Plan.Number, Symbol = Plan.Symbol, IssuedOn = Plan.IssuedOn };
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

        var status = await editor.ConfirmIdentityAsync(HttpContext.Actor(), id, Version, Input.Number, Input.Symbol, Input.IssuedOn, cancel);
        return status == EditStatus.Conflict ? await ShowTheirsAsync(id, cancel) : this.After(status, id, PlanLinks.Review(id), texts["Đã xác nhận số, ký hiệu và ngày."], texts);
    }

    public sealed class IdentityInput
    {
        [Display(Name = "Số"), StringLength(20, ErrorMessage = "Số dài tối đa 20 ký tự.")]
        public string? Number { get; set; }

        [Display(Name = "Ký hiệu"), StringLength(50, ErrorMessage = "Ký hiệu dài tối đa 50 ký tự.")]
        public string? Symbol { get; set; }

        [Display(Name = "Ngày ban hành")]
        public DateOnly? IssuedOn { get; set; }
    }
}
