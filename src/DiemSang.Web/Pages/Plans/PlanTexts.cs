using DiemSang.Core.Planning;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Importing;
using DiemSang.Web.Infrastructure.TagHelpers;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;
using static DiemSang.Web.Infrastructure.Localisation.SourceText;

namespace DiemSang.Web.Pages.Plans;

/// <summary>The screen's words for plans, their readings and what is compared.</summary>
public static class PlanTexts
{
    public static readonly string[] IndexCodes = ["PAR", "SIPAS", "PAPI"];

    public static string Of(this IStringLocalizer texts, PlanState state) => texts[state switch
    {
        PlanState.Draft => Key("Bản nháp"),
        PlanState.Issued => Key("Đã ban hành"),
        _ => Key("Đã bỏ"),
    }];

    public static Tone Tone(this PlanState state) => state switch
    {
        PlanState.Draft => Infrastructure.TagHelpers.Tone.Due,
        PlanState.Issued => Infrastructure.TagHelpers.Tone.Done,
        _ => Infrastructure.TagHelpers.Tone.Neutral,
    };

    public static string Of(this IStringLocalizer texts, PlanImportState state) => texts[state switch
    {
        PlanImportState.Waiting => Key("Chờ đọc"),
        PlanImportState.Reading => Key("Đang đọc"),
        PlanImportState.Read => Key("Đã đọc, chờ xem lại"),
        PlanImportState.Failed => Key("Không đọc được"),
        PlanImportState.Applied => Key("Đã thành kế hoạch"),
        _ => Key("Đã bỏ"),
    }];

    public static Tone Tone(this PlanImportState state) => state switch
    {
        PlanImportState.Read => Infrastructure.TagHelpers.Tone.Due,
        PlanImportState.Failed => Infrastructure.TagHelpers.Tone.Late,
        PlanImportState.Applied => Infrastructure.TagHelpers.Tone.Done,
        _ => Infrastructure.TagHelpers.Tone.Doing,
    };

    public static Tone Tone(this PlanWarning warning) => warning.Severity switch
    {
        "error" => Infrastructure.TagHelpers.Tone.Late,
        "note" => Infrastructure.TagHelpers.Tone.Neutral,
        _ => Infrastructure.TagHelpers.Tone.Due,
    };

    /// <summary>What a deadline was understood as; a word of <see cref="DeadlineKind"/>.</summary>
    public static string DeadlineKindName(this IStringLocalizer texts, string kind) => texts[kind switch
    {
        DeadlineKind.Continuous => Key("Thường xuyên"),
        DeadlineKind.Fixed => Key("Ngày cụ thể"),
        DeadlineKind.Yearly => Key("Hằng năm"),
        DeadlineKind.Regulated => Key("Theo quy định"),
        DeadlineKind.Event => Key("Sau một sự kiện hoặc văn bản khác"),
        DeadlineKind.Period => Key("Trong một khoảng thời gian"),
        _ => Key("Chưa hiểu"),
    }];

    /// <summary>The kind and the last good day, where there is one.</summary>
    public static string Understood(this IStringLocalizer texts, RowDeadline deadline) => deadline.Date is { } date
        ? texts["{0}, ngày cuối cùng là {1:dd/MM/yyyy}", texts.DeadlineKindName(deadline.Kind), date]
        : texts.DeadlineKindName(deadline.Kind);

    public static string TargetKindName(this IStringLocalizer texts, string kind) => texts[kind switch
    {
        TargetKind.AtLeast => Key("Ít nhất (≥)"),
        TargetKind.MoreThan => Key("Trên (>)"),
        TargetKind.AtMost => Key("Không quá (≤)"),
        TargetKind.Score => Key("Số điểm tối thiểu"),
        TargetKind.Floor => Key("Mức sàn của từng nội dung"),
        TargetKind.RankRange => Key("Khoảng thứ hạng"),
        TargetKind.Tier => Key("Nhóm xếp loại"),
        TargetKind.TopN => Key("Trong nhóm dẫn đầu"),
        _ => Key("Tốt hơn năm trước"),
    }];

    /// <summary>A target in few words: “≥ 80 %”, “hạng 20–35/124”, “≥ 5/10 điểm”.</summary>
    public static string Of(this IStringLocalizer texts, PlanTarget target)
    {
        var value = $"{target.Value:0.##}{(target.OutOf is { } all ? $"/{all:0.##}" : "")} {target.Unit}".Trim();
        return target.Kind switch
        {
            TargetKind.AtLeast or TargetKind.Score => $"≥ {value}",
            TargetKind.MoreThan => $"> {value}",
            TargetKind.AtMost => $"≤ {value}",
            TargetKind.Floor => texts["mỗi nội dung ≥ {0}", value],
            TargetKind.RankRange => texts["hạng {0}–{1}{2}", $"{target.Value:0}", $"{target.Upper:0}", target.Among is { } among ? $"/{among}" : ""],
            TargetKind.TopN => texts["trong {0} hạng đầu", $"{target.Value:0}"],
            _ => texts.TargetKindName(target.Kind),
        };
    }

    public static string Of(this IStringLocalizer texts, PlanField field) => texts[field switch
    {
        PlanField.Title => Key("Trích yếu"),
        PlanField.Number => Key("Số"),
        PlanField.Symbol => Key("Ký hiệu"),
        PlanField.IssuedOn => Key("Ngày ban hành"),
        PlanField.Place => Key("Địa danh"),
        PlanField.Issuer => Key("Cơ quan ban hành"),
        PlanField.Superior => Key("Cơ quan cấp trên"),
        PlanField.Period => Key("Thời kỳ"),
        PlanField.Indices => Key("Chỉ số"),
        PlanField.Targets => Key("Mục tiêu"),
        PlanField.Parents => Key("Kế hoạch cấp trên"),
        PlanField.LegalBases => Key("Căn cứ"),
        PlanField.Sections => Key("Phần lời"),
        PlanField.ReportDeadlines => Key("Thời hạn báo cáo"),
        PlanField.Recipients => Key("Nơi nhận"),
        PlanField.Signature => Key("Chữ ký"),
        PlanField.RowIndex => Key("Chỉ số"),
        PlanField.RowContent => Key("Nội dung"),
        PlanField.RowCode => Key("STT"),
        PlanField.RowTitle => Key("Chỉ số/nội dung"),
        PlanField.RowTarget => Key("Chỉ tiêu/kết quả"),
        PlanField.RowMeasures => Key("Nhiệm vụ/giải pháp"),
        PlanField.RowLeads => Key("Chủ trì"),
        PlanField.RowCooperators => Key("Phối hợp"),
        _ => Key("Thời gian hoàn thành"),
    }];

    public static string IndexNames(IEnumerable<string> codes) => string.Join(", ", codes.Select(WorkWords.IndexName));

    public static string Years(int from, int to) => from == to ? $"{from}" : $"{from}–{to}";

    /// <summary>"07/KH-UBND", "…/KH-UBND" while the number is blank, or null without either.</summary>
    public static string? NumberAndSymbol(string? number, string? symbol) => number is null && symbol is null ? null : $"{number ?? "…"}/{symbol}";

    public static IReadOnlyList<SelectListItem> IndexChoices(this IStringLocalizer texts) =>
        [new(texts["Chưa rõ"], ""), .. IndexCodes.Select(code => new SelectListItem(WorkWords.IndexName(code), code))];
}
