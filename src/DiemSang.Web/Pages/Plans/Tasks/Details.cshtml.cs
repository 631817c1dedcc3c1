using DiemSang.Modules.Access;
using DiemSang.Modules.Plans.Working;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Plans.Tasks;

/// <summary>Everything about one task: what, who, when, what was said and with which proof.</summary>
public sealed class DetailsModel(TaskReader tasks) : PageModel
{
    /// <summary>Shown at once; older ones are a tap away.</summary>
    public const int RecentUpdates = 10;

    public TaskRecord Record { get; private set; } = null!;

    public Actor Actor => HttpContext.Actor();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        Record = (await tasks.OpenAsync(Actor, id, cancel))!;
        return Record is null ? NotFound() : Page();
    }
}
