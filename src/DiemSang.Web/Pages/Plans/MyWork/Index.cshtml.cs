using DiemSang.Modules.Plans.Boards;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Plans.MyWork;

/// <summary>What waits for the person and their units, the most urgent first; an update is two taps away.</summary>
public sealed class IndexModel(Modules.Plans.Boards.MyWork myWork) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "scope")]
    public MyWorkScope Scope { get; set; }

    public WorkList Work { get; private set; } = null!;

    /// <summary>Only who shares a unit with others has two lists to choose from.</summary>
    public bool HasUnits { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var actor = HttpContext.Actor();
        HasUnits = actor.UnitIds.Any();
        Work = await myWork.FindAsync(actor, Scope, cancel);
    }
}
