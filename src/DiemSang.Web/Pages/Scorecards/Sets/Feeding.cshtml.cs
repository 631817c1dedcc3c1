using System.ComponentModel.DataAnnotations;
using System.Globalization;
using DiemSang.Modules.Scorecards.Feeding;
using DiemSang.Modules.Scorecards.Sets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DiemSang.Web.Pages.Scorecards.Sets;

/// <summary>What the units below do for each criterion of the organisation's own set (RNK-04); nobody below opens it.</summary>
public sealed class FeedingModel(SetLibrary library, FeedReader reader) : SetPage(library)
{
    [BindProperty(SupportsGet = true), Display(Name = "Năm")]
    public int? Year { get; set; }

    public FedSet Fed { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Years => [.. Fed.Years.Select(year => new SelectListItem(year.ToString(CultureInfo.InvariantCulture), year.ToString(CultureInfo.InvariantCulture)))];

    protected override bool IsForm => false;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!IsOwn)
        {
            return NotFound();
        }

        Fed = await reader.ReadAsync(Edition, Set, Year, cancel);
        Year = Fed.Year;
        return Page();
    }
}
