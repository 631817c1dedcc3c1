using DiemSang.Modules.Evidence;
using DiemSang.Modules.Evidence.Keeping;
using DiemSang.Modules.Shared.Files;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Evidence;

/// <summary>One proof: what it is, where it is used, who put it in, its content as pictures and plain text.</summary>
public sealed class DetailsModel(EvidenceReader reader, EvidenceDesk desk, IStringLocalizer texts) : PageModel
{
    public const int MostLetters = 20_000;

    public EvidenceRecord Record { get; private set; } = null!;

    [BindProperty(SupportsGet = true, Name = "page")]
    public int PageNumber { get; set; } = 1;

    public bool MayChange => HttpContext.Actor().MayChange(Record.Item);
    public bool CanDraw => FilePictures.CanShow(Record.File!.MediaType);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        PageNumber = Math.Max(1, PageNumber);
        Record = (await reader.OpenAsync(HttpContext.Actor(), id, cancel))!;
        return Record is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancel)
    {
        if (await reader.FindAsync(HttpContext.Actor(), id, cancel) is not { } item)
        {
            return NotFound();
        }

        if (!HttpContext.Actor().MayChange(item))
        {
            return Forbid();
        }

        var isOut = await desk.WithdrawAsync(HttpContext.Actor(), item, cancel);
        this.Say(isOut ? texts["Đã rút tài liệu khỏi kho."] : texts["Tài liệu đang chứng minh cho một việc nên chưa rút được."]);
        return Redirect(isOut ? "/evidence" : $"/evidence/{id}");
    }
}
