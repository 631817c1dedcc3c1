using DiemSang.Modules.Evidence;
using DiemSang.Web.Infrastructure.Security;
using DiemSang.Web.Infrastructure.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Evidence;

/// <summary>The library of proofs: searched without diacritics, with what is used for another year than it stands for.</summary>
public sealed class IndexModel(EvidenceSearch library) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "out-of-year")]
    public bool OnlyOutOfYear { get; set; }

    [BindProperty(SupportsGet = true, Name = PageLinksTagHelper.Parameter)]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<EvidenceLine> Lines { get; private set; } = [];
    public int Total { get; private set; }
    public int PageCount => Math.Max(1, (Total + Query.PageSize - 1) / Query.PageSize);

    private EvidenceQuery Query => new(Words, OnlyOutOfYear: OnlyOutOfYear, Page: Math.Max(1, PageNumber));

    public async Task OnGetAsync(CancellationToken cancel) =>
        (Lines, Total) = await library.FindAsync(HttpContext.Actor().OrganisationId, Query, cancel);
}
