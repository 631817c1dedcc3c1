using DiemSang.Modules.Plans.Boards;
using DiemSang.Web.Infrastructure.Security;
using DiemSang.Web.Infrastructure.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Snapshots;

/// <summary>How the tasks of the communes and agencies below stand today; a province reads, and orders nothing here.</summary>
public sealed class BelowModel(TasksBelow below, IStringLocalizer texts) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "organisation")]
    public Guid? Only { get; set; }

    [BindProperty(SupportsGet = true, Name = PageLinksTagHelper.Parameter)]
    public int PageNumber { get; set; } = 1;

    public PageBelow Found { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var all = await below.Organisations(HttpContext.Actor()).ToListAsync(cancel);
        Organisations = [new(texts["Tất cả"], ""), .. all.Select(one => new SelectListItem(one.Name, one.Id.ToString()))];
        Found = await below.FindAsync(HttpContext.Actor(), Only, PageNumber, cancel);
    }
}
