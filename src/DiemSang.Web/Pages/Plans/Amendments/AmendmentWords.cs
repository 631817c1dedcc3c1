using DiemSang.Modules.Plans.Amending;
using DiemSang.Modules.Plans.Importing;
using DiemSang.Web.Infrastructure.TagHelpers;
using Microsoft.Extensions.Localization;
using static DiemSang.Web.Infrastructure.Localisation.SourceText;

namespace DiemSang.Web.Pages.Plans.Amendments;

/// <summary>The screen's words and tones for amendments.</summary>
public static class AmendmentWords
{
    public static string Of(this IStringLocalizer texts, ProposalKind kind) => texts[kind switch
    {
        ProposalKind.Add => Key("Thêm dòng"),
        ProposalKind.Drop => Key("Bỏ dòng"),
        _ => Key("Sửa dòng"),
    }];

    public static Tone Tone(this ProposalKind kind) => kind switch
    {
        ProposalKind.Add => Infrastructure.TagHelpers.Tone.Done,
        ProposalKind.Drop => Infrastructure.TagHelpers.Tone.Late,
        _ => Infrastructure.TagHelpers.Tone.Doing,
    };

    public static string Of(this IStringLocalizer texts, RowChangeKind kind) => texts[kind switch
    {
        RowChangeKind.Added => Key("Dòng thêm"),
        RowChangeKind.Removed => Key("Dòng bỏ"),
        _ => Key("Thay đổi"),
    }];

    public static Tone Tone(this RowChangeKind kind) => kind switch
    {
        RowChangeKind.Added => Infrastructure.TagHelpers.Tone.Done,
        RowChangeKind.Removed => Infrastructure.TagHelpers.Tone.Late,
        _ => Infrastructure.TagHelpers.Tone.Doing,
    };

    public static string Of(this IStringLocalizer texts, ProposalState state) => texts[state switch
    {
        ProposalState.Open => Key("Chờ xem xét"),
        ProposalState.Accepted => Key("Đã tiếp nhận"),
        ProposalState.Declined => Key("Không tiếp nhận"),
        _ => Key("Đã rút"),
    }];

    public static string Of(this IStringLocalizer texts, AmendmentState state) => texts[state switch
    {
        AmendmentState.Draft => Key("Đang tổng hợp"),
        AmendmentState.Submitted => Key("Chờ lãnh đạo duyệt"),
        _ => Key("Đã duyệt"),
    }];

    public static Tone Tone(this AmendmentState state) => state switch
    {
        AmendmentState.Draft => Infrastructure.TagHelpers.Tone.Doing,
        AmendmentState.Submitted => Infrastructure.TagHelpers.Tone.Due,
        _ => Infrastructure.TagHelpers.Tone.Done,
    };

    /// <summary>What happened instead, and what to do.</summary>
    public static string Refusal(this IStringLocalizer texts, AmendOutcome outcome) => texts[outcome switch
    {
        AmendOutcome.Stale => Key("Dòng này đã được sửa đổi hoặc bỏ sau khi đề xuất được viết. Không tiếp nhận được; đề nghị đơn vị đề xuất lại trên bản mới."),
        AmendOutcome.Contradicts => Key("Một đề xuất khác đã tiếp nhận cho dòng này ghi khác ở cùng một ô. Đưa đề xuất kia ra trước, hoặc không tiếp nhận đề xuất này."),
        AmendOutcome.Locked => Key("Bản sửa đổi đã trình lãnh đạo hoặc đã duyệt nên không thay đổi được nữa."),
        AmendOutcome.NothingChanged => Key("Chưa có gì thay đổi. Sửa ít nhất một ô, hoặc tiếp nhận ít nhất một đề xuất."),
        AmendOutcome.NotClear => Key("Có dòng chưa đủ “5 rõ” sau khi sửa. Xem chỗ còn thiếu dưới đây."),
        _ => Key("Người khác vừa thay đổi chỗ này nên thao tác của bạn chưa được lưu. Xem bản mới nhất dưới đây rồi làm lại."),
    }];
}
