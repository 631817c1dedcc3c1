using System.ComponentModel.DataAnnotations;
using DiemSang.Documents.Questionnaires;
using DiemSang.Documents.Questionnaires.XlsForm;
using DiemSang.Documents.Reading;
using DiemSang.Modules.Surveys;
using DiemSang.Modules.Surveys.Keeping;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Surveys;

/// <summary>A new survey, with a shipped questionnaire or one of the organisation's own.</summary>
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
[EnableRateLimiting(Policies.Uploads)]
public sealed class AddModel(SurveyKeeper keeper, IStringLocalizer texts) : PageModel
{
    private const int MostBytes = 5 * 1024 * 1024;
    private const string OwnFile = "own";

    [BindProperty]
    public SurveyInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Choices =>
        [.. SurveyCatalog.Shipped.Select(one => new SelectListItem($"{one.Title.Vi} ({one.Version})", one.Code)), new(texts["Phiếu của cơ quan (tệp YAML hoặc XLSForm)"], OwnFile)];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var chosen = ModelState.IsValid ? await ChosenAsync(cancel) : null;
        if (chosen is null || !ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var survey = await keeper.FoundAsync(HttpContext.Actor(), Input.Title ?? chosen.Questionnaire.Title.Vi, chosen.Questionnaire, texts["Liên kết chung"], cancel);
        this.Say(texts["Đã thêm khảo sát. Thêm điểm thu phiếu và đợt đầu tiên."]);
        TempData[DetailsModel.LeftOutKey] = chosen.Warnings.ToArray();
        return Redirect($"/surveys/{survey.Id}");
    }

    private async Task<XlsFormImport?> ChosenAsync(CancellationToken cancel)
    {
        if (Input.Questionnaire != OwnFile)
        {
            return SurveyCatalog.Shipped.FirstOrDefault(one => one.Code == Input.Questionnaire) is { } shipped ? new XlsFormImport(shipped, []) : null;
        }

        if (Input.Upload is null)
        {
            ModelState.AddModelError("Input.Upload", texts["Chọn tệp phiếu."]);
            return null;
        }

        try
        {
            await using var content = Input.Upload.OpenReadStream();
            return await QuestionnaireUpload.ReadAsync(content, Input.Upload.FileName, cancel);
        }
        catch (UnreadableDocumentException trouble)
        {
            ModelState.AddModelError("Input.Upload", trouble.Message);
            return null;
        }
    }

    public sealed class SurveyInput
    {
        [Display(Name = "Phiếu"), Required(ErrorMessage = "Chọn phiếu.")]
        public string? Questionnaire { get; set; }

        [Display(Name = "Tên khảo sát"), StringLength(Survey.TitleMaxLength, ErrorMessage = "Tên dài tối đa 200 ký tự.")]
        public string? Title { get; set; }

        [Display(Name = "Tệp phiếu")]
        public IFormFile? Upload { get; set; }
    }
}
