using DiemSang.Documents.Questionnaires;
using DiemSang.Documents.Questionnaires.XlsForm;
using DiemSang.Core.Surveys.Questionnaires;
using DiemSang.Modules.Surveys;
using DiemSang.Modules.Surveys.Keeping;
using DiemSang.Web.Infrastructure.Security;
using DiemSang.Web.Pages.Snapshots;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Surveys;

/// <summary>One survey: its questionnaire, waves and collection points.</summary>
public sealed class DetailsModel(SurveyList surveys) : PageModel
{
    public const string LeftOutKey = "Surveys.LeftOut";

    /// <summary>What the questionnaire's file said that could not be kept; told once, after it was brought.</summary>
    public string[] LeftOut => TempData[LeftOutKey] as string[] ?? [];

    public OpenedSurvey Opened { get; private set; } = null!;
    public Questionnaire Questionnaire { get; private set; } = null!;
    public bool MayKeep => HttpContext.Actor().MayKeepSurveys();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    /// <summary>The questionnaire for ODK and KoboToolbox.</summary>
    public async Task<IActionResult> OnGetXlsFormAsync(Guid id, CancellationToken cancel) =>
        await FindAsync(id, cancel) ? this.Download($"{Questionnaire.Code}.xlsx", output => XlsFormFile.Write(Questionnaire, output)) : NotFound();

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await surveys.FindAsync(HttpContext.Actor(), id, cancel) is not { } opened)
        {
            return false;
        }

        Opened = opened;
        Questionnaire = QuestionnaireYaml.Read(opened.Questionnaire.Definition);
        return true;
    }
}
