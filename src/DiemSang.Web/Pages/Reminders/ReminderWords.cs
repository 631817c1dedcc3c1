using DiemSang.Core.Reminders;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Reminders;
using DiemSang.Web.Infrastructure.TagHelpers;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using static DiemSang.Web.Infrastructure.Localisation.SourceText;

namespace DiemSang.Web.Pages.Reminders;

/// <summary>The screen's words for reminding.</summary>
public static class ReminderWords
{
    public static string Of(this IStringLocalizer texts, NotificationKind kind) => texts[kind switch
    {
        NotificationKind.Urging => Key("Đôn đốc"),
        NotificationKind.Request => Key("Đề nghị"),
        NotificationKind.Escalation => Key("Báo người đứng đầu"),
        _ => Key("Nhắc việc"),
    }];

    public static string Of(this IStringLocalizer texts, WaitingKind kind) => texts[kind switch
    {
        WaitingKind.Decision => Key("Cần quyết định"),
        WaitingKind.Request => Key("Cần trả lời"),
        WaitingKind.Proposal => Key("Đề nghị sửa đổi cần tổng hợp"),
        _ => Key("Sửa đổi kế hoạch cần phê duyệt"),
    }];

    public static Tone Tone(this NotificationKind kind) => kind switch
    {
        NotificationKind.Urging => Infrastructure.TagHelpers.Tone.Due,
        NotificationKind.Escalation => Infrastructure.TagHelpers.Tone.Late,
        NotificationKind.Request => Infrastructure.TagHelpers.Tone.Doing,
        _ => Infrastructure.TagHelpers.Tone.Neutral,
    };

    /// <summary>"Người thực hiện, sau hạn".</summary>
    public static string Of(this IStringLocalizer texts, LadderStep step, bool isPartner) => (step.Audience, Math.Sign(step.WorkingDays)) switch
    {
        (Audience.Head, _) => texts["Báo thủ trưởng đơn vị"],
        (Audience.Leader, _) => texts["Báo lãnh đạo cơ quan"],
        (_, < 0) => isPartner ? texts["Đề nghị trước ngày mong nhận"] : texts["Nhắc người thực hiện trước hạn"],
        (_, 0) => isPartner ? texts["Đề nghị đúng ngày"] : texts["Nhắc người thực hiện đúng hạn"],
        _ => isPartner ? texts["Đề nghị lại"] : texts["Nhắc người thực hiện sau hạn"],
    };

    /// <summary>Half hours from early to late.</summary>
    public static IEnumerable<SelectListItem> HalfHours(int fromHour, int toHour) =>
        Enumerable.Range(fromHour * 2, ((toHour - fromHour) * 2) + 1).Select(half => $"{half / 2:00}:{half % 2 * 30:00}").Select(time => new SelectListItem(time, time));
}
