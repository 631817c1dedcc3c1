using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Scorecards.Results;
using DiemSang.Modules.Scorecards.Sets;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Scorecards.Results;

/// <summary>Official results of earlier years, with the decision that published them.</summary>
[RequestSizeLimit(22 * 1024 * 1024), EnableRateLimiting(Policies.Uploads)]
public sealed class ImportModel(SetLibrary library, ResultImporter importer, IStringLocalizer texts) : PageModel
{
    [BindProperty, Display(Name = "Bộ chỉ số"), Required(ErrorMessage = "Chọn bộ chỉ số.")]
    public string? IndexCode { get; set; }

    [BindProperty, Display(Name = "Năm"), Required(ErrorMessage = "Nhập năm."), Range(2012, 2100, ErrorMessage = "Năm từ 2012 đến 2100.")]
    public int? Year { get; set; }

    [BindProperty, Display(Name = "Quyết định công bố"), Required(ErrorMessage = "Ghi số và ngày của quyết định công bố."), StringLength(300, ErrorMessage = "Dài tối đa 300 ký tự.")]
    public string? Decision { get; set; }

    [BindProperty, Display(Name = "Bảng kết quả")]
    public IFormFile? Upload { get; set; }

    public IReadOnlyList<SelectListItem> Indices { get; private set; } = [];

    public async Task OnGetAsync() =>
        Indices = [.. (await library.ListAsync(HttpContext.RequestAborted)).DistinctBy(set => set.Code).Select(set => new SelectListItem(set.Title, set.Code))];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (ModelState.IsValid && Upload is null)
        {
            ModelState.AddModelError("Upload", texts["Chọn bảng kết quả."]);
        }

        if (ModelState.IsValid)
        {
            await using var content = Upload!.OpenReadStream();
            var taken = await importer.ImportAsync(HttpContext.Actor(), content, Upload.FileName, IndexCode!, Year!.Value, Decision!, cancel);
            taken.Problems.ToList().ForEach(problem => ModelState.AddModelError("Upload", problem));
            if (taken.Units > 0)
            {
                this.Say(texts["Đã nhập kết quả của {0} đơn vị.", taken.Units]);
                return Redirect(ScorecardLinks.All);
            }
        }

        await OnGetAsync();
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
