using System.Globalization;
using DiemSang.Documents.Writing;
using DiemSang.Documents.Writing.Sheets;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;

namespace DiemSang.Modules.Snapshots;

/// <summary>Phiếu theo dõi tiến độ of one index (LDR-04), from the board as it stands or as a snapshot froze it.</summary>
/// <param name="IndexCode">"PAR", "SIPAS", "PAPI".</param>
public sealed record TrackingSheet(Organisation Organisation, string IndexCode, DateOnly Day, IReadOnlyList<SnapshotLine> Lines)
{
    private static readonly (string Title, double Share)[] Columns =
    [
        ("STT", 6), ("Nhiệm vụ", 26), ("Chỉ tiêu/kết quả", 18), ("Đơn vị chủ trì", 14), ("Thời hạn", 12), ("Tình trạng", 13), ("Tiến độ", 7), ("Chưa báo cáo", 12),
    ];

    public string Title => $"Theo dõi tiến độ chỉ số {IndexName} đến ngày {Day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}";

    private string IndexName => NameOf(IndexCode);

    internal static string NameOf(string indexCode) => indexCode == "PAR" ? "PAR INDEX" : indexCode;

    public static TrackingSheet Of(Organisation organisation, string indexCode, DateOnly day, IEnumerable<SnapshotLine> board) =>
        new(organisation, indexCode, day, [.. board.Where(line => line.IndexCode == indexCode)]);

    /// <summary>A landscape document, to be attached to minutes.</summary>
    public void WriteDocx(Stream output)
    {
        var head = new PaperHead("PHIẾU THEO DÕI TIẾN ĐỘ", Title) { Issuer = Organisation.Name, Place = Organisation.Place, IssuedOn = Day };
        var table = new PaperBlock.Table([.. Columns.Select(column => new PaperColumn(column.Title, column.Share))], [.. Lines.Select(Cells)]);
        PaperDocxWriter.Write(new OfficePaper(head, [new PaperBlock.Text(Summary()), table]) { IsLandscape = true, Signers = [new PaperSigner("NGƯỜI LẬP PHIẾU", null)] }, output);
    }

    public void WriteXlsx(Stream output) => XlsxWriter.Write(output, [new XlsxSheet(
        IndexName, [.. Columns.Select(column => new XlsxColumn(column.Title, column.Share * 1.4))],
        Lines.Select((line, i) => new XlsxRow(
        [
            XlsxCell.Number(i + 1), XlsxCell.Text(line.Name), XlsxCell.Text(line.Target), XlsxCell.Text(line.Leads), XlsxCell.Text(line.DeadlineText),
            XlsxCell.Text(Status(line)), XlsxCell.Percent(line.Percent / 100m), XlsxCell.Text(line.Unanswered),
        ])))
    {
        Above = [Organisation.Name.ToUpperInvariant(), "PHIẾU THEO DÕI TIẾN ĐỘ", Title],
        Below = [Summary()],
    }]);

    private string Summary()
    {
        var counts = LineCounts.Of(Lines);
        return $"Tổng số {counts.All} nhiệm vụ: {counts.Done} hoàn thành, {counts.Late} quá hạn, {counts.Blocked} có vướng mắc, {counts.Silent} im lặng từ 30 ngày.";
    }

    private static IReadOnlyList<string> Cells(SnapshotLine line, int index) =>
    [
        (index + 1).ToString(CultureInfo.InvariantCulture), line.Name, line.Target ?? "", line.Leads, line.DeadlineText, Status(line),
        line.Percent is { } percent ? $"{percent}%" : "", line.Unanswered ?? "",
    ];

    private static string Status(SnapshotLine line)
    {
        var light = line.Light switch
        {
            Light.Late => $"Quá hạn từ {line.LateSince?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}",
            Light.Blocked => "Vướng mắc",
            Light.InProgress => "Đang thực hiện",
            Light.Done => "Hoàn thành",
            _ => "Chưa bắt đầu",
        };
        return line is { IsBlocked: true, Light: not Light.Blocked } ? light + ", có vướng mắc" : light;
    }
}
