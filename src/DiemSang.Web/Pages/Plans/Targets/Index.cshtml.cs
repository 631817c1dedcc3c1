using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Targets;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Plans.Targets;

/// <summary>Where the plan's own targets stand: what the number was, what it is, whether that is enough.</summary>
public sealed class IndexModel(TargetBook book) : PageModel
{
    public Plan Plan { get; private set; } = null!;
    public IReadOnlyList<FollowedTarget> Targets { get; private set; } = [];
    public bool MaySay => TargetBook.MaySay(HttpContext.Actor(), Plan);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await book.OpenAsync(HttpContext.Actor(), id, cancel) is not { } opened)
        {
            return NotFound();
        }

        (Plan, Targets) = opened;
        return Page();
    }
}
