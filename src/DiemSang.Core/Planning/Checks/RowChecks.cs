using System.Text.RegularExpressions;
using DiemSang.Core.Language;

namespace DiemSang.Core.Planning;

/// <summary>Checks of single rows: lead, deadline, target, names.</summary>
internal static partial class RowChecks
{
    public static IEnumerable<PlanWarning> Run(PlanDraft draft, BodyNames bodies)
    {
        var appendix = draft.Rows.Select((row, number) => (Row: row, Number: number)).Where(item => !item.Row.Proposed).ToList();
        return
        [
            .. appendix.SelectMany(item => OfRow(item.Row, item.Number, draft)),
            .. Proposed(draft),
            .. UnknownUnits(draft, bodies),
        ];
    }

    private static IEnumerable<PlanWarning> OfRow(PlanDraftRow row, int number, PlanDraft draft) =>
        new[] { NoLead(row), NoDeadline(row), NoMeasures(row), NoIndex(row), BeforePlan(row, draft.IssuedOn), NoBase(row) }
            .OfType<PlanWarning>().Select(warning => warning with { RowNumber = number });

    private static PlanWarning? NoLead(PlanDraftRow row) => row.Leads.Count > 0 ? null : Warn(
        "row.noLead", row, "Chưa có cơ quan chủ trì; hãy chọn đơn vị chủ trì trước khi ban hành.", "error");

    private static PlanWarning? NoDeadline(PlanDraftRow row)
    {
        if (row.Deadline.Kind != DeadlineKind.None)
        {
            return null;
        }

        return row.Deadline.Text.Length == 0
            ? Warn("row.noDeadline", row, "Chưa có thời gian hoàn thành; hãy chọn thời hạn trước khi ban hành.", "error")
            : Warn("row.deadlineNotUnderstood", row, $"Không hiểu thời gian “{row.Deadline.Text}”; hãy chọn loại thời hạn.", "error");
    }

    private static PlanWarning? NoMeasures(PlanDraftRow row) => row.Measures.Count > 0 ? null : Warn(
        "row.noMeasures", row, "Không có nhiệm vụ, giải pháp cụ thể; hãy bổ sung hoặc xác nhận tên dòng là nhiệm vụ.", "note");

    private static PlanWarning? NoIndex(PlanDraftRow row) => row.Index is not null ? null : Warn(
        "row.noIndex", row, "Chưa rõ thuộc chỉ số nào (PAR INDEX, SIPAS hay PAPI); hãy chọn chỉ số.", "warning");

    private static PlanWarning? BeforePlan(PlanDraftRow row, DateOnly? issued) =>
        row.Deadline.Date is { } due && issued is { } day && due < day
            ? Warn("deadline.beforePlan", row, $"Thời hạn {VietnameseDates.Show(due)} trước ngày ký kế hoạch {VietnameseDates.Show(day)}; hãy kiểm tra năm.", "warning")
            : null;

    /// <summary>"Tăng tỷ lệ …" without a figure cannot be measured: from what, to what?</summary>
    private static PlanWarning? NoBase(PlanDraftRow row)
    {
        var bare = row.Target?.Split('\n').FirstOrDefault(line => BareIncrease().IsMatch(VietnameseText.Fold(line)) && !line.Any(char.IsDigit));
        return bare is null ? null : Warn(
            "target.noBase", row, $"Chỉ tiêu “{bare.TrimStart('-', ' ')}” không có số gốc và số cần đạt; hãy bổ sung để đo được.", "note");
    }

    /// <summary>Rows proposed from prose lack much by nature: said once, not row by row.</summary>
    private static IEnumerable<PlanWarning> Proposed(PlanDraft draft)
    {
        var proposed = draft.Rows.Where(row => row.Proposed).ToList();
        if (proposed.Count == 0)
        {
            yield break;
        }

        yield return new PlanWarning("rows.proposed", null,
            $"Có {proposed.Count} nhiệm vụ đề xuất từ phần lời: {proposed.Count(row => row.Leads.Count == 0)} chưa có chủ trì, "
            + $"{proposed.Count(row => row.Deadline.Kind == DeadlineKind.None)} chưa có thời hạn, {proposed.Count(row => row.Index is null)} chưa rõ chỉ số; "
            + "hãy duyệt, bổ sung hoặc bỏ từng dòng.");
    }

    private static IEnumerable<PlanWarning> UnknownUnits(PlanDraft draft, BodyNames bodies)
    {
        var uses = draft.Rows.SelectMany(row => row.Leads.Concat(row.Cooperators).Select(name => (Name: name, Row: row)));
        foreach (var group in uses.GroupBy(use => VietnameseText.Fold(use.Name)))
        {
            var (name, row) = group.First();
            if (!bodies.IsKnown(name))
            {
                var rows = PlanChecks.Some(group.Select(use => PlanChecks.RowName(use.Row)).Distinct());
                yield return new PlanWarning("unit.unknown", PlanChecks.RowName(row),
                    $"Không nhận ra đơn vị “{name}” (dòng {rows}); hãy chọn đơn vị tương ứng hoặc thêm đơn vị mới.", row.Source);
            }
        }
    }

    private static PlanWarning Warn(string code, PlanDraftRow row, string message, string severity) =>
        new(code, PlanChecks.RowName(row), message, row.Source, severity);

    [GeneratedRegex(@"\b(?:tang|giam|nang cao|nang) (?:ty le|ti le|muc do|so luong)\b")]
    private static partial Regex BareIncrease();
}
