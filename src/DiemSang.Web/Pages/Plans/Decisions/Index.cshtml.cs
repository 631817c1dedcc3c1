using DiemSang.Modules.Plans.Obstacles;
using DiemSang.Modules.Plans.Requests;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Plans.Decisions;

/// <summary>What waits for this person's word: obstacles to decide, answers to close. A decision is two taps away.</summary>
public sealed class IndexModel(ObstacleDesk obstacles, RequestDesk requests) : PageModel
{
    public IReadOnlyList<RaisedObstacle> Mine { get; private set; } = [];
    public IReadOnlyList<RaisedObstacle> Others { get; private set; } = [];
    public IReadOnlyList<AskedRequest> Answered { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var actor = HttpContext.Actor();
        Mine = await obstacles.WaitingForAsync(actor, cancel);
        Others = await obstacles.WaitingForOthersAsync(actor, cancel);
        Answered = await requests.AnsweredAsync(actor, cancel);
    }
}
