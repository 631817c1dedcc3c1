using System.ComponentModel.DataAnnotations;
using DiemSang.Core.Scoring;
using DiemSang.Documents.Criteria;
using DiemSang.Modules.Scorecards.Sets;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Scorecards.Sets;

/// <summary>A set from a file or from the catalog; one with errors is not saved, and each error is named.</summary>
[RequestSizeLimit(22 * 1024 * 1024), EnableRateLimiting(Policies.Uploads)]
public sealed class AddModel(SetLibrary library, IStringLocalizer texts) : PageModel
{
    [BindProperty, Display(Name = "Tệp bộ tiêu chí")]
    public IFormFile? Upload { get; set; }

    [BindProperty, Display(Name = "Mã bộ tiêu chí"), RegularExpression("^[a-z0-9-]{2,60}$", ErrorMessage = "Mã chỉ gồm chữ thường không dấu, số và dấu gạch nối.")]
    public string? Code { get; set; }

    [BindProperty, Display(Name = "Phiên bản"), StringLength(40, ErrorMessage = "Phiên bản dài tối đa 40 ký tự.")]
    public string? Edition { get; set; }

    public IReadOnlyList<CriteriaSet> Catalog { get; } = CriteriaFiles.Default;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (ModelState.IsValid && Upload is null)
        {
            ModelState.AddModelError("Upload", texts["Chọn tệp bộ tiêu chí."]);
        }

        if (!ModelState.IsValid)
        {
            return Refused();
        }

        await using var content = Upload!.OpenReadStream();
        return After(await library.ImportAsync(HttpContext.Actor(), content, Upload.FileName, Code ?? "bo-tieu-chi", Edition ?? "1", cancel));
    }

    public async Task<IActionResult> OnPostCatalogAsync(CancellationToken cancel) =>
        CriteriaFiles.Find(Code, Edition) is { } set ? After(await library.AddAsync(HttpContext.Actor(), set, cancel)) : NotFound();

    private IActionResult After(TakenSet taken)
    {
        if (taken.EditionId is { } id)
        {
            this.Say(taken.Problems.Count == 0 ? texts["Đã thêm bộ tiêu chí dưới dạng bản nháp."] : texts["Đã thêm bản nháp. Cần xem lại: {0}", string.Join(" ", taken.Problems)]);
            return Redirect(ScorecardLinks.Set(id));
        }

        foreach (var problem in taken.Problems)
        {
            ModelState.AddModelError("Upload", problem);
        }

        return Refused();
    }

    private PageResult Refused()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
