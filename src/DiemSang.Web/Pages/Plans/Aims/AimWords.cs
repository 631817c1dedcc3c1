using DiemSang.Modules.Plans.Aiming;
using DiemSang.Web.Infrastructure.TagHelpers;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using static DiemSang.Web.Infrastructure.Localisation.SourceText;

namespace DiemSang.Web.Pages.Plans.Aims;

/// <summary>The screen's words and tones for what a plan wants of a content.</summary>
public static class AimWords
{
    public static string Of(this IStringLocalizer texts, Aim aim) => texts[aim switch
    {
        Aim.Keep => Key("Giữ vững"),
        Aim.Improve => Key("Cải thiện"),
        _ => Key("Nâng cao"),
    }];

    public static Tone Tone(this Aim aim) => aim switch
    {
        Aim.Keep => Infrastructure.TagHelpers.Tone.Done,
        Aim.Improve => Infrastructure.TagHelpers.Tone.Due,
        _ => Infrastructure.TagHelpers.Tone.Doing,
    };

    public static IReadOnlyList<SelectListItem> AimChoices(this IStringLocalizer texts, string none) =>
        [new(none, ""), .. Enum.GetValues<Aim>().Select(aim => new SelectListItem(texts.Of(aim), aim.ToString()))];
}
