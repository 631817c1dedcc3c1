using DiemSang.Modules.Access;
using DiemSang.Modules.Scorecards;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Shared;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Scorecards;

/// <summary>Rounds that the organisation keeps or takes part in, and where each stands.</summary>
public sealed class IndexModel(RoundReader rounds, TimeProvider clock) : PageModel
{
    public IReadOnlyList<RoundLine> Lines { get; private set; } = [];
    public DateOnly Today => clock.Today();
    public Actor Actor => HttpContext.Actor();
    public bool MayKeep => Actor.MayKeepRounds();

    public async Task OnGetAsync() => Lines = await rounds.ListAsync(Actor, HttpContext.RequestAborted);
}
