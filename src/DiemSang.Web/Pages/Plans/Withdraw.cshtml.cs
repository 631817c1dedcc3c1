using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans;

/// <summary>Asks before a draft is put away.</summary>
public sealed class WithdrawModel(PlanReview plans, HeaderEditor editor, IStringLocalizer texts) : PageModel
{
    public Plan Plan { get; private set; } = null!;

    [BindProperty]
    public WithdrawInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await plans.FindAsync(HttpContext.Actor(), id, cancel) is not { Plan: { State: PlanState.Draft } plan } || !HttpContext.Actor().MayEdit(plan))
        {
            return NotFound();
        }

        Plan = plan;
        Input.Version = plan.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        var status = await editor.WithdrawAsync(HttpContext.Actor(), id, Input.Version, Input.Reason, cancel);
        return this.After(status, id, status == EditStatus.Saved ? PlanLinks.All : PlanLinks.Plan(id), texts["Đã bỏ bản nháp."], texts);
    }

    public sealed class WithdrawInput
    {
        public int Version { get; set; }

        [Display(Name = "Lý do"), StringLength(500, ErrorMessage = "Lý do dài tối đa 500 ký tự.")]
        public string? Reason { get; set; }
    }
}
