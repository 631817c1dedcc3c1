using System.ComponentModel.DataAnnotations;
using DiemSang.Core.Scoring;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Scorecards.Improving;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Scorecards.SelfScoring;
using DiemSang.Modules.Shared.Data;
using DiemSang.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Scorecards.Sheets;

/// <summary>From a lost point to work: a new row of the plan of remedies, or a link with a task that is there.</summary>
public sealed class TaskModel(RoundReader rounds, SheetReader sheets, Improvement improvement, DiemSangDbContext db, IStringLocalizer texts) : CriterionPage(rounds, sheets)
{
    [BindProperty, Display(Name = "Biện pháp"), DataType(DataType.MultilineText), StringLength(2000, ErrorMessage = "Dài tối đa 2.000 ký tự.")]
    public string? Measure { get; set; }

    [BindProperty, Display(Name = "Nhiệm vụ trong kế hoạch")]
    public Guid? Row { get; set; }

    public LostPoint? Lost => LostPoints.Of(Sheet.At(Sheet.Latest())).FirstOrDefault(lost => lost.Node.Criterion.Code == Criterion.Code);
    public IReadOnlyList<LinkedTask> Linked { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Rows { get; private set; } = [];
    public override IReadOnlyList<Criterion> Ring => Opened.Leaves;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Linked = [.. (await improvement.GainsAsync(Sheet, Sheet.Latest(), cancel)).SelectMany(gain => gain.Tasks).Where(task => task.Code == Criterion.Code)];
        var rows = await db.PlanRows.Where(row => row.OrganisationId == Actor.OrganisationId && row.WithdrawnAt == null)
            .Join(db.Plans.Where(plan => plan.State != PlanState.Withdrawn), row => new { row.OrganisationId, Id = row.PlanId }, plan => new { plan.OrganisationId, plan.Id }, (row, plan) => new { row.Id, row.IndexCode, row.Code, row.Title, row.Position, plan.CreatedAt })
            .OrderByDescending(row => row.CreatedAt).ThenBy(row => row.Position).ToListAsync(cancel);
        Rows = [new(texts["Chọn nhiệm vụ"], ""), .. rows.Select(row => new SelectListItem($"{row.IndexCode} {row.Code} {row.Title}".Trim(), row.Id.ToString()))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Measure is null)
        {
            ModelState.AddModelError("Measure", texts["Nhập biện pháp khắc phục."]);
        }

        if (!ModelState.IsValid || Lost is not { } lost)
        {
            await OnGetAsync(cancel);
            return Refused();
        }

        var row = await improvement.ToPlanRowAsync(Actor, Sheet, lost, Measure!, cancel);
        this.Say(texts["Đã thêm vào bản nháp kế hoạch khắc phục; điền đơn vị và thời hạn rồi ban hành."]);
        return Redirect(Plans.PlanLinks.Row(row.PlanId, row.Id));
    }

    public async Task<IActionResult> OnPostLinkAsync(CancellationToken cancel)
    {
        if (Row is not { } row || !await improvement.LinkAsync(Actor, Opened.Set.Code, Criterion.Code, row, cancel))
        {
            ModelState.AddModelError("Row", texts["Chọn một nhiệm vụ của cơ quan."]);
            await OnGetAsync(cancel);
            return Refused();
        }

        this.Say(texts["Đã gắn nhiệm vụ với tiêu chí {0}.", Criterion.Code]);
        return Redirect(ScorecardLinks.Gains(Round.Id, Subject));
    }

    public async Task<IActionResult> OnPostUnlinkAsync(CancellationToken cancel)
    {
        await improvement.UnlinkAsync(Actor, Opened.Set.Code, Criterion.Code, Row ?? Guid.Empty, cancel);
        return Redirect(ScorecardLinks.Gains(Round.Id, Subject));
    }

    protected override async Task<IActionResult?> RefusalAsync(RouteData route) =>
        await base.RefusalAsync(route) ?? (IsOwn && Actor.MayEditPlans() ? null : Forbid());
}
