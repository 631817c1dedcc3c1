using DiemSang.Modules.Meetings.FollowUp;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Meetings.Forum;

/// <summary>What came of people's proposals, for everybody (FRM-04).</summary>
public sealed class OutcomesModel(PublicOutcomes outcomes) : PageModel
{
    public PublicOutcomePage Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code)
    {
        if (await outcomes.OfAsync(code, HttpContext.RequestAborted) is not { } page)
        {
            return NotFound();
        }

        Shown = page;
        return Page();
    }
}
