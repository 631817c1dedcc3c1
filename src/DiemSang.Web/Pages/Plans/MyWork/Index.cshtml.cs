using DiemSang.Modules.Plans.Boards;
using DiemSang.Modules.Plans.Obstacles;
using DiemSang.Modules.Plans.Requests;
using DiemSang.Web.Infrastructure.Offline;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Plans.MyWork;

/// <summary>What waits for the person and their units, the most urgent first; an update is two taps away.</summary>
public sealed class IndexModel(Modules.Plans.Boards.MyWork myWork, RequestDesk requests, ObstacleDesk obstacles) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "scope")]
    public MyWorkScope Scope { get; set; }

    public WorkList Work { get; private set; } = null!;

    /// <summary>Only who shares a unit with others has two lists to choose from.</summary>
    public bool HasUnits { get; private set; }

    /// <summary>What the person's units are asked to explain or to contribute.</summary>
    public IReadOnlyList<AskedRequest> Requests { get; private set; } = [];

    /// <summary>Obstacles to decide and answers to close.</summary>
    public int Decisions { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var actor = HttpContext.Actor();
        HttpContext.MayBeKept();
        HasUnits = actor.UnitIds.Any();
        Requests = await requests.ToAnswerAsync(actor, cancel);
        Decisions = (await obstacles.WaitingForAsync(actor, cancel)).Count + (await requests.AnsweredAsync(actor, cancel)).Count;
        Work = await myWork.FindAsync(actor, Scope, cancel);
    }
}
