using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Plans.Amending;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Editions;

/// <summary>Any two editions of a plan beside each other, row by row and cell by cell.</summary>
public sealed class CompareModel(PlanEditions editions, IStringLocalizer texts) : PageModel
{
    public EditionDifference Difference { get; private set; } = null!;

    [BindProperty(SupportsGet = true), Display(Name = "Từ bản")]
    public int From { get; set; } = 1;

    [BindProperty(SupportsGet = true), Display(Name = "Đến bản")]
    public int To { get; set; } = 1;

    public IReadOnlyList<SelectListItem> Choices => [.. Difference.All.Select(edition => new SelectListItem(
        edition.MadeBy is { } decision ? texts["Bản {0} ({1}/{2})", edition.Number, decision.Number!, decision.Symbol!] : texts["Bản {0} (như đã ban hành)", edition.Number], $"{edition.Number}"))];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        Difference = (await editions.CompareAsync(HttpContext.Actor(), id, From, To, cancel))!;
        return Difference is null ? NotFound() : Page();
    }
}
