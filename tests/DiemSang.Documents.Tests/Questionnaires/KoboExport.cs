using DiemSang.Core.Surveys.Questionnaires;

namespace DiemSang.Documents.Tests.Questionnaires;

/// <summary>
/// A form with the columns and rows of KoboToolbox's own exports (kobotoolbox/formpack, kobotoolbox/kpi: <c>$kuid</c>, <c>$autoname</c>,
/// <c>$xpath</c>, <c>kobo--…</c>, names left to be made, rating, ranking and question matrix as one block each). Contents are our own.
/// </summary>
internal static class KoboExport
{
    private static readonly object?[] SurveyColumns =
        ["type", "name", "label::Tiếng Việt (vi)", "label::English (en)", "required", "relevant", "appearance", "calculation", "kobo--score-choices", "kobo--rank-items",
         "kobo--rank-constraint-message", "kobo--matrix_list", "_isRepeat", "$kuid", "$autoname", "$xpath", "kuid"];

    private static readonly object?[][] Survey =
    [
        SurveyColumns,
        Row("start", "start"),
        Row("end", "end"),
        Row("deviceid", "deviceid"),
        Row("calculate", "nam", calculation: "year(today())"),
        [null],
        Row("select_one yn or_other", null, "Ông/Bà đã đến\r\nbộ phận một cửa chưa?", "Been there?", true, made: "da_den"),
        Row("note", "loi_nhac", "Xin trả lời theo lần gần nhất"),
        Row("begin_group", "lan_gan_nhat", "Lần gần nhất", relevant: "${da_den} = '1'", appearance: "field-list"),
        Row("integer", "1_so_lan", "Mấy lần?", appearance: "w1"),
        Row("select_multiple kenh", "kenh", "Qua đâu?", appearance: "minimal"),
        Row("end_group", null),
        [.. Row("begin_score", "danh_gia", "Đánh giá", required: true)[..8], "muc"],
        Row("score__row", null, "Sạch sẽ", made: "sach_se"),
        Row("score__row", null, "Nhanh gọn", made: "nhanh_gon"),
        Row("end_score", null),
        [.. Row("begin_rank", "uu_tien", "Cần sửa trước")[..9], "kenh", "Không chọn hai lần"],
        Row("rank__level", null, "Thứ nhất", made: "_1st_choice"),
        Row("rank__level", null, "Thứ hai", made: "_2nd_choice"),
        Row("end_rank", null),
        [.. Row("begin_kobomatrix", "noi", "Từng nơi", appearance: "field-list")[..11], "kenh", "false"],
        Row("select_one yn", "den", "Đã đến?", required: true, appearance: "w1"),
        Row("integer", "lan", "Mấy lần?", appearance: "w1"),
        Row("end_kobomatrix", null),
    ];

    private static readonly object?[][] Choices =
    [
        ["list_name", "name", "label::Tiếng Việt (vi)", "label::English (en)", "$kuid", "$autovalue"],
        ["yn", 1, "Có", "Yes", "c1", "1"],
        ["yn", 2, "Không", "No", "c2", "2"],
        ["kenh", null, "Quầy", "Desk", "c3", "quay"],
        ["kenh", null, "Trang web", "Web", "c4", "trang_web"],
        ["muc", 1, "Kém", null, "c5", "1"],
        ["muc", 2, "Tốt", null, "c6", "2"],
    ];

    private static readonly object?[][] Settings =
    [
        ["form_title", "id_string", "version", "default_language", "style"],
        ["Phiếu thăm dò", "aPhieuThamDo", "3 (2026-02-01 08:00:00)", "Tiếng Việt (vi)", "theme-grid no-text-transform"],
    ];

    public static IReadOnlyList<(string Name, object?[][] Rows)> Sheets => [("survey", Survey), ("choices", Choices), ("settings", Settings)];

    /// <summary>What is asked here, in its order.</summary>
    public static IReadOnlyList<(string Code, QuestionKind Kind)> Questions =>
    [
        ("da_den", QuestionKind.Single), ("da_den_other", QuestionKind.Text), ("loi_nhac", QuestionKind.Note),
        ("c_1_so_lan", QuestionKind.Number), ("kenh", QuestionKind.Multiple),
        ("danh_gia", QuestionKind.Matrix), ("uu_tien", QuestionKind.Matrix),
        ("noi_den", QuestionKind.Matrix), ("noi_quay_lan", QuestionKind.Number), ("noi_trang_web_lan", QuestionKind.Number),
    ];

    public static IReadOnlyList<string> LeftOut =>
    [
        "Trang survey, cột “calculation”: không giữ (dòng 5).",
        "Dòng 4: “deviceid” không hỏi người trả lời nên không lấy.",
        "Dòng 5: “calculate” không hỏi người trả lời nên không lấy.",
        "Dòng 17: xếp hạng thành bảng chọn; không chặn việc chọn một mục hai lần.",
    ];

    private static object?[] Row(
        string type, string? name, string? label = null, string? english = null, bool? required = null, string? relevant = null, string? appearance = null, string? calculation = null, string? made = null) =>
        [type, name, label, english, required, relevant, appearance, calculation, null, null, null, null, null, $"k{type.Length}", made ?? name, $"data/{made ?? name}", null];
}
