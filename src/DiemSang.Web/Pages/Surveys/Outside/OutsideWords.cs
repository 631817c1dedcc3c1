using System.Globalization;
using DiemSang.Modules.Surveys.Outside;
using DiemSang.Modules.Surveys.Publishing;
using DiemSang.Web.Infrastructure.TagHelpers;
using DiemSang.Web.Pages.Plans;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using static DiemSang.Web.Infrastructure.Localisation.SourceText;

namespace DiemSang.Web.Pages.Surveys.Outside;

/// <summary>The screen's words and tones for outside surveys.</summary>
public static class OutsideWords
{
    public static (string Word, Tone Tone) StageOf(this IStringLocalizer texts, OutsideSurvey survey, DateOnly today) =>
        survey.OfficialResult is not null ? (texts[Key("Đã có kết quả")], Tone.Done)
        : survey.IsOver(today) ? (texts[Key("Đã điều tra xong")], Tone.Neutral)
        : survey.FromDate > today ? (texts[Key("Sắp điều tra")], Tone.Due)
        : (texts[Key("Đang điều tra")], Tone.Doing);

    public static IReadOnlyList<SelectListItem> OutsideIndices(this IStringLocalizer texts) =>
        [.. ResultsPublisher.Indices.Select(code => new SelectListItem(WorkWords.IndexName(code), code)), new(texts["Điều tra khác"], "")];

    /// <summary>"120/HD-SNV, 05/09/2026"; null when no document was told.</summary>
    public static string? GuidanceOf(OutsideSurvey survey) => survey.GuidanceNumber is null ? null
        : survey.GuidanceOn is { } day ? $"{survey.GuidanceNumber}, {day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}" : survey.GuidanceNumber;
}
