using DiemSang.Documents.Writing.Sheets;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Shared.Files;
using DiemSang.Modules.Surveys.Keeping;
using DiemSang.Modules.Surveys.Results;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Surveys.Waves;

/// <summary>The results as a workbook or a report; single answers as CSV, for those who keep surveys only.</summary>
public sealed class ResultsFileModel(SurveyList surveys, ResultsReader reader, DiemSangDbContext db, TimeProvider clock, IStringLocalizer texts) : WavePage(surveys)
{
    protected override bool IsAllowed => MayKeep || RouteData.Values["format"] is not "csv";

    private GroupNames Names => new(texts.Of, texts.NameOf);

    public async Task<IActionResult> OnGetAsync(string format, bool labels, CancellationToken cancel)
    {
        if (await reader.ReadAsync(Actor, Wave.Id, cancel) is not { } results)
        {
            return NotFound();
        }

        var file = new MemoryStream();
        switch (format)
        {
            case "xlsx":
                XlsxWriter.Write(file, ResultsSheet.Of(results, await reader.TrendAsync(results, cancel), Names));
                return Answer(file, MediaTypes.Xlsx, format);
            case "docx":
                var organisation = await db.Organisations.SingleAsync(one => one.Id == Actor.OrganisationId, cancel);
                ResultsPaper.WriteDocx(results, await reader.TrendAsync(results, cancel), organisation, clock.Today(), Names, file);
                return Answer(file, MediaTypes.Docx, format);
            default:
                MicrodataFile.Write(results.Source, labels, file);
                return Answer(file, "text/csv; charset=utf-8", format);
        }
    }

    private FileStreamResult Answer(MemoryStream file, string type, string format)
    {
        file.Position = 0;
        return File(file, type, $"khao-sat-{Wave.FromDate:yyyy-MM-dd}.{format}");
    }
}
