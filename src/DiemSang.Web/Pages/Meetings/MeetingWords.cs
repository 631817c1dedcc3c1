using DiemSang.Core.Meetings;
using DiemSang.Modules.Meetings;
using DiemSang.Modules.Meetings.Planning;
using DiemSang.Modules.Shared;
using DiemSang.Web.Infrastructure.TagHelpers;
using Microsoft.Extensions.Localization;
using static DiemSang.Web.Infrastructure.Localisation.SourceText;

namespace DiemSang.Web.Pages.Meetings;

/// <summary>The screen's words and tones for meetings.</summary>
public static class MeetingWords
{
    public static string Of(this IStringLocalizer texts, MeetingState state) => texts[state switch
    {
        MeetingState.Held => Key("Đã họp"),
        MeetingState.Cancelled => Key("Đã hủy"),
        _ => Key("Sắp họp"),
    }];

    public static string Of(this IStringLocalizer texts, ProposalState state) => texts[state switch
    {
        ProposalState.Answered => Key("Đã trả lời"),
        ProposalState.CarriedOut => Key("Đã thực hiện"),
        ProposalState.Declined => Key("Không thực hiện"),
        _ => Key("Chờ trả lời"),
    }];

    public static string Of(this IStringLocalizer texts, Attendance attendance) => texts[attendance switch
    {
        Attendance.Present => Key("Có mặt"),
        Attendance.Absent => Key("Vắng"),
        _ => Key("Chưa điểm danh"),
    }];

    public static string Of(this IStringLocalizer texts, CadencePeriod period) => period.Every switch
    {
        Cadence.Quarter => texts["quý {0}/{1}", period.Number, period.From.Year],
        Cadence.HalfYear => texts["6 tháng {0} năm {1}", texts[period.Number == 1 ? Key("đầu") : Key("cuối")].Value, period.From.Year],
        _ => texts["năm {0}", period.Number],
    };

    public static string Of(this IStringLocalizer texts, MissingMeeting missing) => missing.Gap.IsOver
        ? texts["{0}: {1} không có cuộc họp nào.", missing.Kind.ShortName, texts.Of(missing.Gap.Period)]
        : texts["{0}: {1} chưa có lịch; phải họp trước hết ngày {2:dd/MM/yyyy}.", missing.Kind.ShortName, texts.Of(missing.Gap.Period), missing.Gap.Period.To];

    public static Tone ToneOf(MeetingState state) => state switch { MeetingState.Held => Tone.Done, MeetingState.Cancelled => Tone.Neutral, _ => Tone.Doing };

    public static Tone ToneOf(ProposalState state) => state switch
    {
        ProposalState.CarriedOut => Tone.Done, ProposalState.Answered => Tone.Doing, ProposalState.Declined => Tone.Neutral, _ => Tone.Due,
    };
}
