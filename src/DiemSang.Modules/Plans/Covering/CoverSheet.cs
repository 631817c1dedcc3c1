using DiemSang.Documents.Writing.Sheets;

namespace DiemSang.Modules.Plans.Covering;

/// <summary>The cover check as a workbook: rows of the plan above, its targets, and rows that carry out nothing of it.</summary>
public static class CoverSheet
{
    private static readonly XlsxColumn[] RowColumns =
        [new("Chỉ số", 12), new("STT", 8), new("Dòng của kế hoạch cấp trên", 46), new("Chỉ tiêu/kết quả", 36), new("Thời gian hoàn thành", 20), new("Đã cụ thể hóa", 14), new("Bằng dòng", 60)];

    private static readonly XlsxColumn[] TargetColumns = [new("Chỉ số", 12), new("Nội dung", 30), new("Mục tiêu của kế hoạch cấp trên", 60), new("Đã cụ thể hóa", 14), new("Bằng mục tiêu hoặc dòng", 60)];

    private static readonly XlsxColumn[] FreeColumns = [new("Chỉ số", 12), new("STT", 8), new("Dòng không thuộc kế hoạch cấp trên", 60), new("Chủ trì", 40)];

    public static IReadOnlyList<XlsxSheet> Of(Cover cover)
    {
        string[] above = [cover.Plan.Title, $"So với: {cover.Parent?.Title}", $"{cover.Covered.Count(row => row.IsCovered)}/{cover.Covered.Count} dòng đã cụ thể hóa"];
        return
        [
            new("Dòng", RowColumns, cover.Covered.Select(Row)) { Above = above },
            new("Mục tiêu", TargetColumns, cover.Targets.Select(Target)),
            new("Dòng riêng", FreeColumns, cover.WithoutParent.Select(Free)),
        ];
    }

    private static XlsxRow Row(CoveredRow row) => new([
        XlsxCell.Text(row.Parent.IndexCode), XlsxCell.Text(row.Parent.Code), XlsxCell.Text(row.Parent.Title), XlsxCell.Text(row.Parent.Target), XlsxCell.Text(row.Parent.DeadlineText),
        XlsxCell.Text(row.IsCovered ? "Có" : "Chưa"), XlsxCell.Text(row.By.Select(by => $"{by.Row.Code} {by.Row.Title}")),
    ]);

    private static XlsxRow Target(CoveredTarget target) => new([
        XlsxCell.Text(target.Parent.IndexCode), XlsxCell.Text(target.Parent.Content), XlsxCell.Text(target.Parent.Text), XlsxCell.Text(target.IsCovered ? "Có" : "Chưa"),
        XlsxCell.Text(target.Own.Select(own => own.Text).Concat(target.By.Select(by => $"{by.Row.Code} {by.Row.Title}"))),
    ]);

    private static XlsxRow Free(PlanRow row) => new([
        XlsxCell.Text(row.IndexCode), XlsxCell.Text(row.Code), XlsxCell.Text(row.Title), XlsxCell.Text(string.Join("; ", row.Leads.Select(lead => lead.PrintedName))),
    ]);
}
