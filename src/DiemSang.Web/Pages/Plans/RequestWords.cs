using DiemSang.Modules.Plans.Requests;
using DiemSang.Web.Infrastructure.TagHelpers;
using Microsoft.Extensions.Localization;
using static DiemSang.Web.Infrastructure.Localisation.SourceText;

namespace DiemSang.Web.Pages.Plans;

/// <summary>The screen's words and tones for what a unit is asked.</summary>
public static class RequestWords
{
    public static string Of(this IStringLocalizer texts, RequestKind kind) => texts[kind == RequestKind.Explanation ? Key("Giải trình") : Key("Phối hợp")];

    public static string StateOf(this IStringLocalizer texts, UnitRequest request) => texts[request switch
    {
        { IsClosed: true } => Key("đã kết thúc"),
        { IsAnswered: true } => Key("đã trả lời"),
        _ => Key("chờ trả lời"),
    }];

    public static Tone Tone(this UnitRequest request, DateOnly today) => request switch
    {
        { IsClosed: true } => Infrastructure.TagHelpers.Tone.Done,
        { IsAnswered: true } => Infrastructure.TagHelpers.Tone.Doing,
        _ when request.DueOn < today => Infrastructure.TagHelpers.Tone.Late,
        _ => Infrastructure.TagHelpers.Tone.Due,
    };
}
