using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Scorecards.SelfScoring;
using DiemSang.Modules.Shared.Files;
using Microsoft.AspNetCore.Mvc;

namespace DiemSang.Web.Pages.Scorecards.Sheets;

/// <summary>A file that proves something on the sheet: always a download, for the unit and its appraisers.</summary>
public sealed class FileModel(RoundReader rounds, SheetReader sheets, FileStore files) : SheetPage(rounds, sheets)
{
    private readonly SheetReader _sheets = sheets;

    public async Task<IActionResult> OnGetAsync(Guid fileId, CancellationToken cancel) =>
        await _sheets.FileAsync(Sheet, fileId, cancel) is { } file ? File(files.Open(file), file.MediaType, file.Name) : NotFound();
}
