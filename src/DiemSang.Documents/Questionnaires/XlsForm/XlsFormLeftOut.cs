namespace DiemSang.Documents.Questionnaires.XlsForm;

/// <summary>What an XLSForm says that a questionnaire here does not: told to whoever brings it, never dropped in silence.</summary>
internal static class XlsFormLeftOut
{
    /// <summary>What Kobo writes for itself into every form: nothing a respondent would miss.</summary>
    private static readonly string[] OwnMarks = ["$", "kobo--", "kuid", "_isrepeat"];

    private static readonly HashSet<string> SurveyColumns = ["type", "name", "required", "relevant", "constraint", "appearance", "select_from_list_name"];
    private static readonly HashSet<string> ChoiceColumns = ["list_name", "name", XlsFormWriter.NoAnswerColumn];

    /// <summary>Kept by the program's own clock.</summary>
    private static readonly HashSet<string> OwnClock = ["start", "end", "today"];

    /// <returns>Vietnamese sentences, each naming its lines.</returns>
    public static IEnumerable<string> Of(XlsFormSheet survey, XlsFormSheet? choices) =>
    [
        .. Columns("survey", survey, SurveyColumns),
        .. choices is null ? [] : Columns("choices", choices, ChoiceColumns),
    ];

    /// <summary>A row that asks nobody anything: a value that is computed, or the device's own.</summary>
    /// <returns>Null when nothing is lost.</returns>
    public static string? Of(XlsFormRow row, string type) =>
        OwnClock.Contains(type) || row["appearance"] == "label" ? null
        : $"Dòng {row.Number}: “{row["type"]}” không hỏi người trả lời nên không lấy.";

    private static IEnumerable<string> Columns(string name, XlsFormSheet sheet, HashSet<string> known) =>
        from heading in sheet.Headings.Distinct()
        where !known.Contains(heading) && !XlsFormRow.IsKept(heading) && !OwnMarks.Any(mark => heading.StartsWith(mark, StringComparison.Ordinal))
        let rows = sheet.Rows.Where(row => row[heading].Length > 0).Select(row => row.Number).ToList()
        where rows.Count > 0
        select $"Trang {name}, cột “{heading}”: không giữ (dòng {string.Join(", ", rows.Take(MostLines))}{(rows.Count > MostLines ? "…" : "")}).{Why(heading)}";

    private const int MostLines = 8;

    private static string Why(string heading) => heading.Split(':')[0] switch
    {
        "default" => " Phiếu không điền sẵn câu trả lời.",
        "label" or "hint" => " Phiếu chỉ có tiếng Việt và tiếng Anh.",
        "constraint_message" or "required_message" => " Chương trình có lời nhắc riêng.",
        "image" or "audio" or "video" or "media" => " Phiếu nhẹ để điện thoại mạng yếu mở được.",
        _ => "",
    };
}
