using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Review;

/// <summary>A row that is typed in: under another one, whose index and content it begins with, or at the end.</summary>
public sealed class NewRowModel(PlanReview plans, RowEditor editor, IStringLocalizer texts) : RowPage(plans)
{
    [BindProperty(SupportsGet = true, Name = "after")]
    public Guid? AboveId { get; set; }

    public PlanRow? Above => Review.Rows.FirstOrDefault(row => row.Id == AboveId);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await FindPlanAsync(id, cancel) is { } refusal)
        {
            return refusal;
        }

        var like = Above ?? Review.Rows.LastOrDefault();
        Input = new RowInput { IndexCode = like?.IndexCode ?? Review.Plan.Indices.FirstOrDefault(), ContentCode = like?.ContentCode, Content = like?.Content };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? go, CancellationToken cancel)
    {
        if (await FindPlanAsync(id, cancel) is { } refusal)
        {
            return refusal;
        }

        if (!ModelState.IsValid)
        {
            return this.AskAgain();
        }

        var added = await editor.AddAsync(HttpContext.Actor(), id, AboveId, Input.ToText(), cancel);
        var address = go == "again" ? PlanLinks.NewRow(id, added.RowId) : PlanLinks.ReviewAt(id, added.RowId ?? Guid.Empty);
        return this.After(added.Status, id, address, texts["Đã thêm dòng {0}.", $"{Input.Code} {Input.Title}"], texts);
    }
}
