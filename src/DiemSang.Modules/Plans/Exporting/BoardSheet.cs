using DiemSang.Documents.Writing.Sheets;
using DiemSang.Modules.Plans.Aiming;
using DiemSang.Modules.Plans.Boards;
using DiemSang.Modules.Shared;

namespace DiemSang.Modules.Plans.Exporting;

/// <summary>The board as a sheet: the same lines, in the same order, under the same filter. Official papers are in Vietnamese.</summary>
public static class BoardSheet
{
    private static readonly XlsxColumn[] Columns =
    [
        new("Chỉ số", 12), new("STT", 8), new("Nhiệm vụ", 44), new("Chỉ tiêu/kết quả", 36), new("Chủ trì", 26), new("Người thực hiện", 22), new("Thời gian hoàn thành", 20),
        new("Hạn", 12), new("Trạng thái", 16), new("Vướng mắc", 11), new("Im lặng", 9), new("Tiến độ", 9), new("Đã trả lời", 10), new("Được giao", 10), new("Chưa trả lời", 30), new("Cập nhật gần nhất", 14), new("Hướng", 12),
    ];

    /// <param name="nameOf">The word for a light.</param>
    /// <param name="aims">Task → what the plan wants of its content.</param>
    public static XlsxSheet Of(IEnumerable<BoardLine> lines, string organisation, DateOnly today, Func<Light, string> nameOf, IReadOnlyDictionary<Guid, Aim> aims) =>
        new("Bảng nhiệm vụ", Columns, lines.Select(line => Row(line, nameOf, aims.TryGetValue(line.TaskId, out var aim) ? NameOf(aim) : null)))
        {
            Above = [organisation.ToUpperInvariant(), "BẢNG THEO DÕI NHIỆM VỤ", $"Tính đến ngày {today:dd/MM/yyyy}"],
            Below = ["Quá hạn: đã qua ngày cuối của kỳ mà chưa hoàn thành. Im lặng: 30 ngày không có cập nhật."],
        };

    private static string NameOf(Aim aim) => aim switch { Aim.Keep => "Giữ vững", Aim.Improve => "Cải thiện", _ => "Nâng cao" };

    private static XlsxRow Row(BoardLine line, Func<Light, string> nameOf, string? aim) => new([
        XlsxCell.Text(line.IndexCode), XlsxCell.Text(line.Code), XlsxCell.Text(line.Title), XlsxCell.Text(line.Target),
        XlsxCell.Text(line.Leads), XlsxCell.Text(line.People), XlsxCell.Text(line.DeadlineText),
        XlsxCell.Date(line.LateSince ?? line.DueOn), XlsxCell.Text(nameOf(line.Light)), XlsxCell.Text(line.IsBlocked ? "Có" : ""), XlsxCell.Text(line.IsSilent ? "Có" : ""),
        XlsxCell.Percent(line.Percent / 100m), XlsxCell.Number(line.UnitsAnswered), XlsxCell.Number(line.UnitsAsked), XlsxCell.Text(line.Unanswered),
        XlsxCell.Date(line.HeardAt?.VietnameseDay()), XlsxCell.Text(aim),
    ]);
}
