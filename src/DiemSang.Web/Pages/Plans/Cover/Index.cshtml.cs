using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Covering;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Cover;

/// <summary>The plan held against the plan above it: which of its rows and targets are carried out, and by which rows here.</summary>
public sealed class IndexModel(CoverReading reading, CoverEditor editor, IStringLocalizer texts) : PageModel
{
    public Modules.Plans.Covering.Cover Cover { get; private set; } = null!;
    public bool MayEdit => HttpContext.Actor().MayEdit(Cover.Plan);

    [BindProperty, Display(Name = "Kế hoạch cấp trên")]
    public Guid? Parent { get; set; }

    public IReadOnlyList<SelectListItem> Parents =>
        [new(texts["Chưa chọn"], ""), .. Cover.Parents.Select(plan => new SelectListItem($"{plan.Number}/{plan.Symbol} – {plan.Title} ({plan.OrganisationName})", $"{plan.Id}"))];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        Cover = (await reading.FindAsync(HttpContext.Actor(), id, cancel))!;
        Parent = Cover?.Parent?.Id;
        return Cover is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostParentAsync(Guid id, int version, CancellationToken cancel) =>
        After(id, await editor.ChooseParentAsync(HttpContext.Actor(), id, version, Parent, cancel), texts["Đã chọn kế hoạch cấp trên."]);

    public async Task<IActionResult> OnPostLinkAsync(Guid id, Guid parent, Guid line, CancellationToken cancel) =>
        After(id, await editor.LinkAsync(HttpContext.Actor(), id, line, parent, cancel), texts["Đã nối hai dòng."]);

    public async Task<IActionResult> OnPostUnlinkAsync(Guid id, Guid link, CancellationToken cancel) =>
        After(id, await editor.UnlinkAsync(HttpContext.Actor(), id, link, cancel), texts["Đã bỏ nối."]);

    private IActionResult After(Guid id, EditStatus status, string said) => this.After(status, id, PlanLinks.Cover(id), said, texts);
}
