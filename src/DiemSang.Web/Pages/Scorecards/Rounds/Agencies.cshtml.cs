using DiemSang.Modules.Access;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Scorecards.Rounds;

/// <summary>Which organisation appraises what the set gives to a body outside the keeper's own units.</summary>
public sealed class AgenciesModel(RoundReader rounds, AgencyRoster roster, IStringLocalizer texts) : RoundPage(rounds)
{
    [BindProperty]
    public Dictionary<string, Guid?> Chosen { get; set; } = [];

    public IReadOnlyList<NamedAppraiser> Named => AgencyRoster.Read(Opened);
    public IReadOnlyList<Organisation> Candidates { get; private set; } = [];

    protected override bool IsForKeepers => true;

    public async Task OnGetAsync(CancellationToken cancel) => Candidates = await roster.CandidatesAsync(Opened, cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await roster.WriteAsync(Actor, Opened, Chosen.Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!.Value), cancel);
        this.Say(texts["Đã lưu cơ quan thẩm định."]);
        return Redirect(Path);
    }
}
