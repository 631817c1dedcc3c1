using System.Text;
using DiemSang.Core.Language;
using DiemSang.Core.Planning;

namespace DiemSang.Documents.Plans;

/// <summary>A draft as a person reads it on a terminal, in Vietnamese, with the warnings grouped at the end.</summary>
public sealed class PlanSummary
{
    private const int LongestCell = 100;

    /// <summary>The gravest first.</summary>
    private static readonly string[] Severities = ["error", "warning", "note"];

    private readonly StringBuilder _text = new();

    private PlanSummary()
    {
    }

    public static string Write(PlanDraft draft)
    {
        var summary = new PlanSummary();
        summary.Head(draft);
        summary.List("Căn cứ và văn bản được dẫn", draft.LegalBases.Select(Reference));
        summary.List("Mục tiêu, chỉ tiêu", draft.Targets.Select(Target));
        summary.List("Các mục", draft.Sections.Where(section => section.Heading.Length > 0).Select(section => $"{section.Path} {Short(section.Heading)}"));
        summary.Rows(draft.Rows);
        summary.List("Hạn báo cáo", draft.ReportDeadlines.Select(Report));
        summary.List("Nơi nhận", draft.Recipients.Select(Recipient));
        summary.Warnings(draft.Warnings);
        return summary._text.ToString().TrimEnd();
    }

    private void Head(PlanDraft draft)
    {
        Line(draft.Title ?? "(không tìm thấy tên kế hoạch)");
        Line($"  Số, ký hiệu: {draft.Number ?? "…"}/{draft.Symbol ?? "…"}");
        Line($"  Ngày ban hành: {(draft.IssuedOn is { } day ? VietnameseDates.Show(day) : draft.IssuedOnText ?? "(để trống)")}");
        Line($"  Cơ quan ban hành: {draft.Issuer ?? "?"}{(draft.Superior is null ? "" : $" (trực thuộc {draft.Superior})")}");
        Line($"  Chỉ số: {(draft.Indices.Count == 0 ? "?" : string.Join(", ", draft.Indices))}");
        Line($"  Giai đoạn: {Period(draft.Period)}");
        if (draft.Signature is { } signature)
        {
            Line($"  Người ký: {string.Join(" – ", new[] { signature.Authority, signature.Post, signature.Name }.Where(part => part is not null))}");
        }

        if (draft.IsOcr)
        {
            Line("  Văn bản nhận dạng từ ảnh quét: phải đối chiếu với bản gốc.");
        }

        List("Thực hiện kế hoạch cấp trên", draft.Parents.Select(Reference));
    }

    private void Rows(IReadOnlyList<PlanDraftRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var kind = rows[0].Proposed ? "Nhiệm vụ đề xuất từ phần lời" : "Phụ lục phân công nhiệm vụ";
        Line("");
        Line($"{kind}: {rows.Count} dòng");
        foreach (var group in rows.GroupBy(row => (row.Index, row.ContentCode, row.Content)))
        {
            Line($"  {group.Key.Index ?? "(chưa rõ chỉ số)"}{(group.Key.Content is null ? "" : $" · {group.Key.ContentCode} {Short(group.Key.Content)}")}");
            foreach (var row in group)
            {
                Row(row);
            }
        }
    }

    private void Row(PlanDraftRow row)
    {
        Line($"    {row.Code} {Short(row.Title)}");
        var deadline = row.Deadline.Text.Length == 0 ? "—" : row.Deadline.Text;
        Line($"       chủ trì: {Names(row.Leads)}; phối hợp: {Names(row.Cooperators)}; hạn: {deadline}; {row.Measures.Count} giải pháp");
    }

    private void Warnings(IReadOnlyList<PlanWarning> warnings)
    {
        if (warnings.Count == 0)
        {
            return;
        }

        Line("");
        Line($"Cần xem lại: {warnings.Count}");
        foreach (var group in warnings.GroupBy(warning => warning.Severity).OrderBy(group => Array.IndexOf(Severities, group.Key)))
        {
            Line($"  {Severity(group.Key)}:");
            foreach (var warning in group)
            {
                var place = warning.Source?.Label is { Length: > 0 } label ? $" ({label})" : "";
                Line($"    - {(warning.Row is null ? "" : warning.Row + ": ")}{warning.Message}{place}");
            }
        }
    }

    private void List(string heading, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
        {
            return;
        }

        Line("");
        Line(heading + ":");
        foreach (var line in all)
        {
            Line("  - " + line);
        }
    }

    private void Line(string text) => _text.AppendLine(text);

    private static string Reference(DocumentReference reference)
    {
        if (reference.Number is null)
        {
            return reference.Text;
        }

        var date = reference.Date is { } day ? $" ngày {VietnameseDates.Show(day)}" : "";
        return $"{reference.Kind} {reference.Number}/{reference.Symbol}{date}{(reference.Issuer is null ? "" : $" của {reference.Issuer}")}".Trim();
    }

    private static string Target(PlanTarget target) =>
        $"{target.Index ?? "chung"}{(target.Content is null ? "" : $" · {Short(target.Content)}")}: {Short(target.Text)}";

    private static string Report(ReportDeadline deadline)
    {
        var day = deadline.Day is not { } last ? "" : deadline.Month is { } month ? $" đến hết ngày {last}/{month}" : $" đến hết ngày {last} của tháng cuối kỳ";
        return $"{PeriodName(deadline.Period)}{day}{(deadline.To is null ? "" : $", gửi {deadline.To}")} — “{deadline.Text}”";
    }

    private static string PeriodName(string period) => period switch
    {
        "month" => "Hằng tháng",
        "quarter" => "Hằng quý",
        "halfYear" => "6 tháng",
        "year" => "Năm",
        "regulated" => "Định kỳ theo quy định",
        _ => "Đột xuất",
    };

    /// <summary>The archive line says its purpose itself: "Lưu: VT".</summary>
    private static string Recipient(PlanRecipient recipient) =>
        recipient.Purpose is not { } purpose || recipient.Name.StartsWith(purpose, StringComparison.Ordinal) ? recipient.Name : $"{recipient.Name} ({purpose})";

    private static string Period(PlanPeriod? period) =>
        period is null ? "?" : (period.From == period.To ? $"{period.From}" : $"{period.From}–{period.To}") + (period.Text is null ? "" : $" ({period.Text})");

    private static string Severity(string severity) => severity switch { "error" => "Phải sửa trước khi ban hành", "note" => "Lưu ý", _ => "Nên kiểm tra" };

    private static string Names(IReadOnlyList<string> names) => names.Count == 0 ? "—" : string.Join("; ", names);

    private static string Short(string text) =>
        (text.Length <= LongestCell ? text : text[..LongestCell].TrimEnd() + "…").ReplaceLineEndings(" ");
}
