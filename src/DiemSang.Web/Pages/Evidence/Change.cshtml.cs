using DiemSang.Modules.Evidence;
using DiemSang.Modules.Evidence.Keeping;
using DiemSang.Modules.Shared.Data;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using DiemSang.Web.Pages.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Evidence;

/// <summary>Corrects what is known of a proof; its file never changes.</summary>
public sealed class ChangeModel(EvidenceReader reader, EvidenceDesk desk, DiemSangDbContext db, IStringLocalizer texts) : PageModel
{
    public EvidenceItem Item { get; private set; } = null!;

    /// <summary>Somebody else saved it after it was shown here; the form keeps what the person typed.</summary>
    public bool HasMovedOn { get; private set; }

    [BindProperty]
    public EvidenceInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await RefusalAsync(id, cancel) is { } refusal)
        {
            return refusal;
        }

        Input = EvidenceInput.Of(Item);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await RefusalAsync(id, cancel) is { } refusal)
        {
            return refusal;
        }

        if (ModelState.IsValid && Input.Document is null && Item.FileId is null)
        {
            ModelState.AddModelError("Input.Document", texts["Tài liệu không có tệp nên cần số văn bản."]);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await desk.DescribeAsync(Item, Input.ToDescription(), cancel);
        if (!await db.TrySaveAsync(Item, Input.Version, HttpContext.Actor().To("evidence.change")))
        {
            return await ShowTheirsAsync(id, cancel);
        }

        this.Say(texts["Đã lưu thông tin tài liệu."]);
        return Redirect($"/evidence/{id}");
    }

    private async Task<IActionResult> ShowTheirsAsync(Guid id, CancellationToken cancel)
    {
        if (await RefusalAsync(id, cancel) is { } refusal)
        {
            return refusal;
        }

        HasMovedOn = true;
        ModelState.Remove("Input.Version");
        Input.Version = Item.Version;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<IActionResult?> RefusalAsync(Guid id, CancellationToken cancel)
    {
        Item = (await reader.FindAsync(HttpContext.Actor(), id, cancel))!;
        return Item is null ? NotFound() : HttpContext.Actor().MayChange(Item) ? null : Forbid();
    }
}
