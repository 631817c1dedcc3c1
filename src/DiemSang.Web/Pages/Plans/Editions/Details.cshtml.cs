using DiemSang.Modules.Plans.Amending;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Plans.Editions;

/// <summary>What the plan said in one of its editions; each row leads to its task, also where that was withdrawn.</summary>
public sealed class DetailsModel(PlanEditions editions) : PageModel
{
    public ReadEdition Read { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, int number, CancellationToken cancel)
    {
        Read = (await editions.FindAsync(HttpContext.Actor(), id, number, cancel))!;
        return Read is null ? NotFound() : Page();
    }
}
