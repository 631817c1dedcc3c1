using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Issuing;
using DiemSang.Modules.Shared;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Issue;

/// <summary>The draft held against “5 rõ”, with a link to each thing to fix; when all is clear, the plan is issued here.</summary>
public sealed class IndexModel(PlanReadiness readiness, PlanIssuer issuer, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    public PlanClarity Clarity { get; private set; } = null!;
    public Plan Plan => Clarity.Plan;

    [BindProperty]
    public IssueInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } refusal)
        {
            return refusal;
        }

        Input = new IssueInput { Number = Plan.Number, Symbol = Plan.Symbol ?? "KH-UBND", IssuedOn = Plan.IssuedOn };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } refusal)
        {
            return refusal;
        }

        if (Input.IssuedOn > clock.Today())
        {
            ModelState.AddModelError("Input.IssuedOn", texts["Ngày ban hành không thể sau hôm nay."]);
        }

        if (!ModelState.IsValid)
        {
            return AskAgain();
        }

        var outcome = await issuer.IssueAsync(HttpContext.Actor(), Input.ToOrder(id), cancel);
        if (outcome == IssueOutcome.NotClear)
        {
            return AskAgain();
        }

        this.Say(outcome == IssueOutcome.Issued
            ? texts["Đã ban hành Kế hoạch {0}/{1}. {2} nhiệm vụ đã được giao.", Input.Number!, Input.Symbol!, Clarity.Rows.Count]
            : texts["Kế hoạch này đã được ban hành trước đó; không có gì được tạo thêm."]);
        return Redirect("/plans/board");
    }

    private PageResult AskAgain()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<IActionResult?> FindAsync(Guid id, CancellationToken cancel)
    {
        var actor = HttpContext.Actor();
        Clarity = (await readiness.CheckAsync(actor, id, Input.Accountable, cancel))!;
        return Clarity is { Plan.State: not PlanState.Withdrawn } ? null : actor.MayIssuePlans() ? NotFound() : Forbid();
    }

    public sealed class IssueInput
    {
        [Display(Name = "Số"), Required(ErrorMessage = "Nhập số của kế hoạch."), StringLength(IssueOrder.NumberMaxLength, ErrorMessage = "Số dài tối đa 20 ký tự.")]
        public string? Number { get; set; }

        [Display(Name = "Ký hiệu"), Required(ErrorMessage = "Nhập ký hiệu, ví dụ KH-UBND."), StringLength(IssueOrder.SymbolMaxLength, ErrorMessage = "Ký hiệu dài tối đa 50 ký tự.")]
        public string? Symbol { get; set; }

        [Display(Name = "Ngày ban hành"), Required(ErrorMessage = "Nhập ngày ban hành.")]
        public DateOnly? IssuedOn { get; set; }

        /// <summary>Row → the lead that answers for it.</summary>
        public Dictionary<Guid, Guid> Accountable { get; set; } = [];

        public IssueOrder ToOrder(Guid planId) => new()
        {
            PlanId = planId, Number = Number!, Symbol = Symbol!, IssuedOn = IssuedOn!.Value, Accountable = Accountable,
        };
    }
}
