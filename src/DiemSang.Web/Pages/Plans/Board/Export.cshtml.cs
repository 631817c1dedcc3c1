using DiemSang.Documents.Writing.Sheets;
using DiemSang.Modules.Plans.Aiming;
using DiemSang.Modules.Plans.Boards;
using DiemSang.Modules.Plans.Exporting;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Files;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Board;

/// <summary>The board under its filter as a spreadsheet.</summary>
public sealed class ExportModel(BoardSearch board, ContentAims aims, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public BoardQuery Query { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var lines = await board.AllAsync(HttpContext.Actor(), Query.ToFilter(), cancel);
        var today = clock.Today();
        var file = new MemoryStream();
        XlsxWriter.Write(file, BoardSheet.Of(lines, User.OrganisationNameOf() ?? "", today, texts.Of, await aims.OfTasksAsync(HttpContext.Actor(), cancel)));
        file.Position = 0;
        return File(file, MediaTypes.Xlsx, $"bang-nhiem-vu-{today:yyyy-MM-dd}.xlsx");
    }
}
