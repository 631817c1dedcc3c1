using DiemSang.Modules.Evidence;
using DiemSang.Modules.Shared;
using DiemSang.Web.Infrastructure.Security;
using DiemSang.Web.Infrastructure.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Evidence;

/// <summary>The library of proofs: searched without diacritics, file texts included; what is used for another year, what is not used at all.</summary>
public sealed class IndexModel(EvidenceSearch library, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    private const int YearsBack = 5;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "show")]
    public EvidenceFilter Filter { get; set; }

    [BindProperty(SupportsGet = true, Name = PageLinksTagHelper.Parameter)]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<EvidenceLine> Lines { get; private set; } = [];
    public int Total { get; private set; }
    public int PageCount => Math.Max(1, (Total + Query.PageSize - 1) / Query.PageSize);
    public bool MayAdd => HttpContext.Actor().MayAddEvidence();

    public IReadOnlyList<SelectListItem> Years =>
        [new(texts["Tất cả"], ""), .. Enumerable.Range(0, YearsBack + 1).Select(back => $"{clock.Today().Year - back}").Select(year => new SelectListItem(year, year))];

    public IReadOnlyList<SelectListItem> Filters => [.. Enum.GetValues<EvidenceFilter>().Select(filter => new SelectListItem(texts.Of(filter), $"{filter}"))];

    private EvidenceQuery Query => new(Words, Year, Filter, Math.Max(1, PageNumber));

    public async Task OnGetAsync(CancellationToken cancel) => (Lines, Total) = await library.FindAsync(HttpContext.Actor(), Query, cancel);
}
