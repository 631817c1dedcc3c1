using DiemSang.Core.Surveys.Questionnaires;
using DiemSang.Documents.Writing.Papers;
using DiemSang.Modules.Surveys;
using DiemSang.Modules.Surveys.Keeping;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;

namespace DiemSang.Web.Pages.Surveys.Waves;

/// <summary>The form for printing: every question with the code of each choice, so that the sheet can be keyed without a second look.</summary>
public sealed class PaperModel(SurveyList surveys) : WavePage(surveys)
{
    private readonly SurveyList _surveys = surveys;

    protected override bool IsAllowed => Actor.MayCollect();

    public Questionnaire Questionnaire { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Questionnaire = await _surveys.QuestionnaireOfAsync(Opened, cancel);

    public async Task<IActionResult> OnGetPdfAsync(CancellationToken cancel)
    {
        using var pdf = new MemoryStream();
        PaperFormPdf.Write(await _surveys.QuestionnaireOfAsync(Opened, cancel), User.OrganisationNameOf() ?? "", Wave.Name, Wave.NeedsCode, pdf);
        return File(pdf.ToArray(), "application/pdf", "phieu-giay.pdf");
    }
}
