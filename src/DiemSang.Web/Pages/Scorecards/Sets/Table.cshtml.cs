using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Scorecards.Sets;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Scorecards.Sets;

/// <summary>The table that was exported comes back corrected and takes the place of the draft's tree.</summary>
[RequestSizeLimit(22 * 1024 * 1024), EnableRateLimiting(Policies.Uploads)]
public sealed class TableModel(SetLibrary library, SetEditor editor, IStringLocalizer texts) : SetPage(library)
{
    [BindProperty, Display(Name = "Bảng tiêu chí")]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public int Seen { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Upload is null)
        {
            return After(SetEdit.Refused(texts["Chọn bảng tiêu chí."]));
        }

        await using var content = Upload.OpenReadStream();
        return After(await editor.WriteTableAsync(Actor, Edition, Seen, content, Upload.FileName, cancel));
    }
}
