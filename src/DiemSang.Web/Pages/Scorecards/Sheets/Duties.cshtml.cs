using DiemSang.Core.Scoring;
using DiemSang.Modules.Access;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Scorecards.SelfScoring;
using DiemSang.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Scorecards.Sheets;

/// <summary>The focal official says which unit leads each criterion and which supports it.</summary>
public sealed class DutiesModel(RoundReader rounds, SheetReader sheets, DutyRoster roster, IStringLocalizer texts) : SheetPage(rounds, sheets)
{
    [BindProperty]
    public Dictionary<string, Guid?> Leads { get; set; } = [];

    [BindProperty]
    public Dictionary<string, Guid?> Supports { get; set; } = [];

    public IReadOnlyList<Criterion> Criteria => [.. Opened.Leaves.Where(leaf => leaf.IsSelfScored())];
    public IReadOnlyList<Unit> Units { get; private set; } = [];

    public bool Holds(string code, Guid unit, bool leads) => Sheet.DutiesOf(code).Any(duty => duty.UnitId == unit && duty.Leads == leads);

    public async Task OnGetAsync(CancellationToken cancel) => Units = await roster.UnitsAsync(Actor.OrganisationId, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await roster.WriteAsync(Actor, Opened.Set.Code, Chosen(Leads), Chosen(Supports), cancel);
        this.Say(texts["Đã lưu phân công."]);
        return Redirect(SheetPath);
    }

    protected override async Task<IActionResult?> RefusalAsync(RouteData route) =>
        await base.RefusalAsync(route) ?? (IsOwn && Actor.IsFocal ? null : Forbid());

    private Dictionary<string, Guid> Chosen(Dictionary<string, Guid?> typed) =>
        typed.Where(pair => pair.Value is not null && Criteria.Any(criterion => criterion.Code == pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value!.Value);
}
