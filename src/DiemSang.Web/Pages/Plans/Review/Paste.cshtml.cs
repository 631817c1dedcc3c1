using System.ComponentModel.DataAnnotations;
using DiemSang.Core.Planning;
using DiemSang.Documents.Reading;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Review;

/// <summary>A table pasted from Word or Excel: shown as it is understood, then added to the draft.</summary>
public sealed class PasteModel(PlanReview plans, TableEntry table, IStringLocalizer texts) : DraftPage(plans)
{
    [BindProperty, Display(Name = "Bảng"), DataType(DataType.MultilineText), Required(ErrorMessage = "Dán bảng vào ô này."), StringLength(1_000_000, ErrorMessage = "Bảng quá dài; hãy nhập bằng tệp.")]
    public string? Table { get; set; }

    public IReadOnlyList<PlanDraftRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindPlanAsync(id, cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel) => await ReadAsync(id, cancel) ?? Page();

    public async Task<IActionResult> OnPostAppendAsync(Guid id, CancellationToken cancel)
    {
        if (await ReadAsync(id, cancel) is { } refusal)
        {
            return refusal;
        }

        var status = await table.AppendAsync(HttpContext.Actor(), id, Table!, cancel);
        return this.After(status, id, PlanLinks.Review(id), texts["Đã thêm {0} dòng vào cuối kế hoạch.", Rows.Count], texts);
    }

    private async Task<IActionResult?> ReadAsync(Guid id, CancellationToken cancel)
    {
        if (await FindPlanAsync(id, cancel) is { } refusal)
        {
            return refusal;
        }

        if (ModelState.IsValid)
        {
            Understand(cancel);
        }

        return ModelState.IsValid ? null : this.AskAgain();
    }

    private void Understand(CancellationToken cancel)
    {
        try
        {
            Rows = TableEntry.Understand(Table!, cancel);
            if (Rows.Count == 0)
            {
                ModelState.AddModelError(nameof(Table), texts["Không thấy dòng nào. Hãy sao chép cả bảng, các ô cách nhau bằng dấu Tab như khi dán từ Word, Excel."]);
            }
        }
        catch (UnreadableDocumentException unreadable)
        {
            ModelState.AddModelError(nameof(Table), unreadable.Message);
        }
    }
}
