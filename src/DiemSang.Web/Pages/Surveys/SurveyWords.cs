using DiemSang.Core.Surveys.Integrity;
using DiemSang.Modules.Surveys;
using DiemSang.Modules.Surveys.Results;
using DiemSang.Modules.Surveys.Sampling;
using DiemSang.Web.Infrastructure.TagHelpers;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using static DiemSang.Web.Infrastructure.Localisation.SourceText;

namespace DiemSang.Web.Pages.Surveys;

/// <summary>The screen's words and tones for surveys.</summary>
public static class SurveyWords
{
    public static string Of(this IStringLocalizer texts, WaveState state) => texts[state switch
    {
        WaveState.Open => Key("Đang mở"),
        WaveState.Closed => Key("Đã đóng"),
        _ => Key("Đang chuẩn bị"),
    }];

    public static Tone ToneOf(WaveState state) => state switch { WaveState.Open => Tone.Doing, WaveState.Closed => Tone.Done, _ => Tone.Neutral };

    public static string Of(this IStringLocalizer texts, PointKind kind) => texts[kind switch
    {
        PointKind.Counter => Key("Quầy"),
        PointKind.Procedure => Key("Thủ tục"),
        PointKind.Hamlet => Key("Thôn, tổ dân phố"),
        _ => Key("Liên kết gửi tin"),
    }];

    public static string Of(this IStringLocalizer texts, CollectionChannel channel) => texts[channel switch
    {
        CollectionChannel.Kiosk => Key("Máy đặt tại chỗ"),
        CollectionChannel.Interviewer => Key("Điều tra viên hỏi"),
        CollectionChannel.Paper => Key("Phiếu giấy"),
        _ => Key("Điện thoại, máy tính của người trả lời"),
    }];

    public static string Of(this IStringLocalizer texts, GroupKind kind) => texts[kind switch
    {
        GroupKind.Point => Key("Theo điểm thu phiếu"),
        GroupKind.Channel => Key("Theo cách thu phiếu"),
        _ => Key("Theo tầng của mẫu"),
    }];

    /// <summary>The word for a group of respondents: ways of collecting have words of ours, places and strata their own names.</summary>
    public static string NameOf(this IStringLocalizer texts, GroupKind kind, string name) =>
        kind == GroupKind.Channel ? texts.Of(Enum.Parse<CollectionChannel>(name)) : name;

    public static string Of(this IStringLocalizer texts, UnitOutcome outcome) => texts[outcome switch
    {
        UnitOutcome.Completed => Key("Đã trả lời"),
        UnitOutcome.Refused => Key("Từ chối"),
        UnitOutcome.Ineligible => Key("Không thuộc diện"),
        UnitOutcome.NotReached => Key("Không gặp"),
        _ => Key("Chưa hỏi"),
    }];

    public static IReadOnlyList<SelectListItem> PointKinds(this IStringLocalizer texts) =>
        [.. Enum.GetValues<PointKind>().Select(kind => new SelectListItem(texts.Of(kind), kind.ToString()))];

    public static IReadOnlyList<SelectListItem> Channels(this IStringLocalizer texts) =>
        [.. Enum.GetValues<CollectionChannel>().Select(channel => new SelectListItem(texts.Of(channel), channel.ToString()))];

    /// <summary>The full public address of a point's form.</summary>
    public static string AddressOf(this HttpRequest request, CollectionPoint point) => $"{request.Scheme}://{request.Host}/surveys/answer/{point.Code}";
}
