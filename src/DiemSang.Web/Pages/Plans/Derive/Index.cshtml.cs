using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Deriving;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Modules.Shared;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Derive;

/// <summary>Draws a yearly plan, or a unit's plan, from an issued one.</summary>
public sealed class IndexModel(PlanReview plans, PlanDeriver deriver, YearPlans yearPlans, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    private ReviewedPlan _review = null!;

    public Plan Plan => _review.Plan;

    /// <summary>A head draws a plan for the own unit only.</summary>
    public bool MayDeriveYear => HttpContext.Actor().MayEditPlans();

    [BindProperty, Display(Name = "Năm")]
    public int Year { get; set; }

    [BindProperty, Display(Name = "Đơn vị")]
    public Guid Unit { get; set; }

    /// <summary>Every year of the plan's period, with the plan drawn for it.</summary>
    public IReadOnlyList<PlanYear> PlanYears { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Years => [.. PlanYears.Select(year => new SelectListItem($"{year.Year}", $"{year.Year}"))];

    /// <summary>A yearly plan is missing once its year has begun.</summary>
    public bool IsMissing(PlanYear year) => year.PlanId is null && year.Year <= clock.Today().Year;

    public IReadOnlyList<SelectListItem> Units =>
        [.. _review.Units.Values.Where(unit => unit.ClosedOn is null && (MayDeriveYear || HttpContext.Actor().Leads(unit.Id))).OrderBy(unit => unit.SortOrder).ThenBy(unit => unit.Name).Select(unit => new SelectListItem(unit.Name, $"{unit.Id}"))];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
        {
            return NotFound();
        }

        Year = (PlanYears.FirstOrDefault(IsMissing) ?? PlanYears.FirstOrDefault(year => year.PlanId is null) ?? PlanYears[^1]).Year;
        return Page();
    }

    public async Task<IActionResult> OnPostYearAsync(Guid id, CancellationToken cancel) =>
        await FindAsync(id, cancel) ? Lead(await deriver.OfYearAsync(HttpContext.Actor(), id, Year, cancel), texts["Kế hoạch không có năm {0}. Chọn một năm trong thời kỳ của kế hoạch.", Year]) : NotFound();

    public async Task<IActionResult> OnPostUnitAsync(Guid id, CancellationToken cancel) =>
        await FindAsync(id, cancel) ? Lead(await deriver.OfUnitAsync(HttpContext.Actor(), id, Unit, cancel), texts["Không dòng nào giao cho đơn vị này. Chọn đơn vị khác."]) : NotFound();

    private IActionResult Lead(Plan? made, string refusal)
    {
        if (made is null)
        {
            ModelState.AddModelError("", refusal);
            return this.AskAgain();
        }

        this.Say(texts["Đã tạo bản nháp có {0} dòng. Xem lại, sửa rồi ban hành.", made.Rows.Count]);
        return Redirect(PlanLinks.Review(made.Id));
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        _review = (await plans.FindAsync(HttpContext.Actor(), id, cancel))!;
        if (_review is not { Plan.State: PlanState.Issued })
        {
            return false;
        }

        PlanYears = await yearPlans.FindAsync(HttpContext.Actor(), Plan, cancel);
        return true;
    }
}
