using System.Globalization;
using DiemSang.Documents.Writing;
using DiemSang.Documents.Writing.Sheets;

namespace DiemSang.Modules.Plans.YearEnd;

/// <summary>The year's record on paper: a workbook of all, and the sheet of one unit or person for the yearly evaluation. Official papers are in Vietnamese.</summary>
public static class YearPapers
{
    private const string Explained =
        "Đúng hạn: kỳ có hạn trong năm và đã qua, hoàn thành (việc thường xuyên: có cập nhật) chậm nhất vào ngày cuối. Chỉ ghi số liệu tổng hợp; không có ý kiến hay thông tin của người dân, tổ chức trả lời khảo sát.";

    private static readonly XlsxColumn[] Figures =
        [new("Việc chủ trì", 12), new("Kỳ đến hạn", 12), new("Đúng hạn", 12), new("Muộn", 10), new("Hoàn thành", 12), new("Có tài liệu kiểm chứng", 16), new("Bị trả lại", 10), new("Tỷ lệ đúng hạn", 12)];

    private static readonly PaperColumn[] SheetColumns =
        [new("STT", 5), new("Nhiệm vụ", 34), new("Thời hạn", 15), new("Kỳ đến hạn", 8), new("Đúng hạn", 8), new("Muộn", 7), new("Hoàn thành", 8), new("Có tài liệu", 8), new("Bị trả lại", 7)];

    public static void WriteXlsx(YearEndRecord record, string organisation, Stream output) => XlsxWriter.Write(output,
    [
        Sheet("Đơn vị", new XlsxColumn("Đơn vị", 46), null, record.Units, record, organisation),
        Sheet("Cá nhân", new XlsxColumn("Họ và tên", 30), new XlsxColumn("Chức vụ", 26), record.People, record, organisation),
    ]);

    public static void WriteDocx(YearSheet sheet, Stream output)
    {
        var of = sheet.Of;
        var head = new PaperHead("PHIẾU KẾT QUẢ THỰC HIỆN NHIỆM VỤ", $"Năm {sheet.Year} – {of.Name}{(sheet.UnitName is { Length: > 0 } unit ? $", {of.Post ?? "công chức"}, {unit}" : "")}")
        {
            Issuer = sheet.Organisation.Name, Place = sheet.Organisation.Place, IssuedOnText = "ngày tháng năm",
        };
        PaperBlock[] blocks =
        [
            new PaperBlock.Text(Summary(of.Figures)),
            .. sheet.PlanName is { } plan ? [new PaperBlock.Text($"Theo Kế hoạch số {plan}.")] : Array.Empty<PaperBlock>(),
            new PaperBlock.Table(SheetColumns, [.. sheet.Lines.Select(Line)]),
            new PaperBlock.Text(Explained),
        ];
        PaperDocxWriter.Write(new OfficePaper(head, blocks)
        {
            IsLandscape = true,
            Signers = [new PaperSigner(sheet.UnitName is null ? "NGƯỜI LẬP PHIẾU" : "NGƯỜI ĐƯỢC ĐÁNH GIÁ", null), new PaperSigner("NGƯỜI ĐỨNG ĐẦU", null)],
        }, output);
    }

    private static string Summary(YearFigures figures) =>
        $"Chủ trì {figures.Led} nhiệm vụ. {figures.Asked} kỳ đã đến hạn: {figures.OnTime} đúng hạn, {figures.Late} muộn. {figures.Done} kỳ hoàn thành; {figures.WithEvidence} kỳ có tài liệu kiểm chứng; {figures.Returned} cập nhật bị trả lại.";

    private static XlsxSheet Sheet(string name, XlsxColumn who, XlsxColumn? post, IEnumerable<YearLine> lines, YearEndRecord record, string organisation) => new(
        name, [who, .. post is null ? [] : new[] { post }, .. Figures],
        lines.Select(line => new XlsxRow([XlsxCell.Text(line.Name), .. post is null ? [] : new[] { XlsxCell.Text(line.Post) }, .. Cells(line.Figures)])))
    {
        Above = [organisation.ToUpperInvariant(), $"KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM {record.Year}", .. record.Plans.Where(plan => plan.Id == record.Plan).Select(plan => $"Kế hoạch {plan.Name}")],
        Below = [Explained],
    };

    private static IEnumerable<XlsxCell> Cells(YearFigures figures) =>
    [
        XlsxCell.Number(figures.Led), XlsxCell.Number(figures.Asked), XlsxCell.Number(figures.OnTime), XlsxCell.Number(figures.Late), XlsxCell.Number(figures.Done),
        XlsxCell.Number(figures.WithEvidence), XlsxCell.Number(figures.Returned), XlsxCell.Percent(figures.Asked == 0 ? null : (decimal)figures.OnTime / figures.Asked),
    ];

    private static IReadOnlyList<string> Line(SheetLine line, int index) =>
    [
        Text(index + 1), string.Join(' ', new[] { line.IndexCode, line.Code, line.Title }.Where(part => !string.IsNullOrEmpty(part))), line.DeadlineText,
        Text(line.Record.Asked), Text(line.Record.OnTime), Text(line.Record.Late), Text(line.Record.Done), Text(line.Record.WithEvidence), Text(line.Record.Returned),
    ];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
