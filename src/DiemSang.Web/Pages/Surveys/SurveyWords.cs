using DiemSang.Core.Statistics;
using DiemSang.Core.Statistics.Sampling;
using DiemSang.Core.Surveys.Indices;
using DiemSang.Core.Surveys.Integrity;
using DiemSang.Modules.Surveys;
using DiemSang.Modules.Surveys.Results;
using DiemSang.Modules.Surveys.Reviewing;
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
        GroupKind.Hamlet => Key("Theo thôn, tổ dân phố"),
        GroupKind.Procedure => Key("Theo thủ tục"),
        GroupKind.Counter => Key("Theo quầy"),
        GroupKind.Link => Key("Theo liên kết gửi tin"),
        GroupKind.Channel => Key("Theo cách thu phiếu"),
        GroupKind.Stratum => Key("Theo tầng của mẫu"),
        GroupKind.OnTime => Key("Theo kết quả giải quyết hồ sơ"),
        _ => Key("Theo câu trả lời"),
    }];

    /// <summary>The word for a group of respondents: ways of collecting and outcomes have words of ours, places and strata their own names.</summary>
    public static string NameOf(this IStringLocalizer texts, GroupKind kind, ResultGroup group) => kind switch
    {
        GroupKind.Channel => texts.Of(Enum.Parse<CollectionChannel>(group.Code)),
        GroupKind.OnTime => texts[group.Code == ResultsCalculator.OnTime ? Key("Hồ sơ đúng hẹn") : Key("Hồ sơ trễ hẹn")],
        _ => group.Name,
    };

    public static string Of(this IStringLocalizer texts, UnitOutcome outcome) => texts[outcome switch
    {
        UnitOutcome.Completed => Key("Đã trả lời"),
        UnitOutcome.Refused => Key("Từ chối"),
        UnitOutcome.Ineligible => Key("Không thuộc diện"),
        UnitOutcome.NotReached => Key("Không gặp"),
        _ => Key("Chưa hỏi"),
    }];

    public static string Of(this IStringLocalizer texts, BackCheckOutcome outcome) => texts[outcome switch
    {
        BackCheckOutcome.Same => Key("Giống"),
        BackCheckOutcome.Different => Key("Khác"),
        _ => Key("Không gặp"),
    }];

    public static string Of(this IStringLocalizer texts, IntegrityCheck check) => texts[check switch
    {
        IntegrityCheck.TooFast => Key("quá nhanh"),
        IntegrityCheck.StraightLine => Key("một mức suốt trang"),
        IntegrityCheck.RepeatedDevice => Key("một thiết bị gửi nhiều"),
        IntegrityCheck.IdenticalAnswers => Key("giống hệt phiếu khác"),
        IntegrityCheck.Burst => Key("dồn dập"),
        IntegrityCheck.AtNight => Key("ban đêm"),
        IntegrityCheck.EnumeratorVariance => Key("phiếu của một người ít khác nhau"),
        IntegrityCheck.DuplicateCode => Key("mã dùng lại"),
        IntegrityCheck.RefusedCodes => Key("nhiều mã bị từ chối"),
        _ => Key("nhiều phiếu do cán bộ nhập"),
    }];

    public static string Of(this IStringLocalizer texts, CodeRefusal reason) => texts[reason switch
    {
        CodeRefusal.Used => Key("Mã đã có phiếu"),
        CodeRefusal.Expired => Key("Đợt đã đóng"),
        _ => Key("Không có mã này"),
    }];

    public static string Of(this IStringLocalizer texts, SelectionMethod method) => texts[method switch
    {
        SelectionMethod.Systematic => Key("Hệ thống: cách đều trong danh sách"),
        SelectionMethod.Pps => Key("Theo quy mô: đơn vị lớn dễ được chọn hơn"),
        _ => Key("Ngẫu nhiên đơn giản"),
    }];

    public static string Of(this IStringLocalizer texts, IntervalMethod method) => texts[method switch
    {
        IntervalMethod.Wald => Key("Wald (ước lượng ± sai số)"),
        IntervalMethod.Logit => Key("Logit (tỷ lệ gần 0 hoặc 1)"),
        _ => Key("Wilson (tỷ lệ gần 0 hoặc 1, cả 0 % và 100 %)"),
    }];

    public static string Of(this IStringLocalizer texts, LonelyPsu rule) => texts[rule switch
    {
        LonelyPsu.Fail => Key("Báo lỗi để người dùng gộp tầng"),
        LonelyPsu.Remove => Key("Bỏ khỏi phương sai"),
        LonelyPsu.Certainty => Key("Coi là chắc chắn được chọn"),
        LonelyPsu.Average => Key("Lấy trung bình các tầng khác"),
        _ => Key("Tính cả độ lệch (cẩn thận)"),
    }];

    public static string Of(this IStringLocalizer texts, Aggregation aggregation) => texts[aggregation switch
    {
        Aggregation.MeanOfCriteria => Key("Trung bình các tiêu chí"),
        Aggregation.MeanOfChildren => Key("Trung bình từng cấp"),
        Aggregation.FixedWeights => Key("Trung bình có trọng số ghi trong phiếu"),
        _ => Key("Gộp mọi lượt trả lời"),
    }];

    /// <summary>A sentence on how figures were reckoned, in the reader's language.</summary>
    public static string Of(this IStringLocalizer texts, DesignNote note) => texts[note.Sentence, note.Parts];

    public static IReadOnlyList<SelectListItem> PointKinds(this IStringLocalizer texts) =>
        [.. Enum.GetValues<PointKind>().Select(kind => new SelectListItem(texts.Of(kind), kind.ToString()))];

    public static IReadOnlyList<SelectListItem> Channels(this IStringLocalizer texts) =>
        [.. Enum.GetValues<CollectionChannel>().Select(channel => new SelectListItem(texts.Of(channel), channel.ToString()))];

    /// <summary>The full public address of a point's form.</summary>
    public static string AddressOf(this HttpRequest request, CollectionPoint point) => $"{request.Scheme}://{request.Host}/surveys/answer/{point.Code}";
}
