using DiemSang.Core.Scoring;
using DiemSang.Documents.Writing;
using DiemSang.Documents.Writing.Sheets;
using DiemSang.Modules.Scorecards.Results;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Scorecards.SelfScoring;

namespace DiemSang.Modules.Scorecards.Exporting;

/// <summary>The ranking by peer group with the years before.</summary>
public sealed record RankingPaper(RoundFile File, IReadOnlyList<RankingLine> Lines)
{
    private const string Unpublished = "Bảng tạm tính, chưa công bố.";

    /// <summary>No result is not zero.</summary>
    private const string Missing = "–";

    private Round Round => File.Round;
    private CriteriaSet Set => File.Set;
    private IReadOnlyList<int> Years => [.. Lines.SelectMany(line => line.Past).Select(past => past.Year).Distinct().OrderDescending()];
    private string Standing => string.Join(' ', new[] { Round.Decision is { } decision ? $"Công bố theo {decision}." : Unpublished, Set.Note }.OfType<string>());

    public void WriteDocx(Stream output)
    {
        PaperColumn[] columns = [new("Hạng", 6), new("Đơn vị", 34), new("Chỉ số (%)", 10, IsNumber: true), new("Điểm", 10, IsNumber: true), new("Xếp loại", 12), .. Years.Select(year => new PaperColumn($"Năm {year} (%)", 10, IsNumber: true))];
        var blocks = Lines.GroupBy(line => line.PeerGroup).SelectMany(group => (PaperBlock[])
        [
            new PaperBlock.Heading(group.Key ?? "Bảng xếp hạng"),
            new PaperBlock.Table(columns, [.. group.Select(Cells)]),
        ]);
        var head = new PaperHead("BẢNG XẾP HẠNG", $"{Round.Title} – {Set.Title}") { Issuer = File.KeeperName };
        PaperDocxWriter.Write(new OfficePaper(head, [new PaperBlock.Text(Standing), .. blocks]) { IsLandscape = true }, output);
    }

    public void WriteXlsx(Stream output)
    {
        XlsxColumn[] columns =
        [
            new("Khối", 18), new("Hạng", 8), new("Đơn vị", 45), new("Chỉ số (%)", 12), new("Điểm", 10), new("Tối đa áp dụng", 12), new("Xếp loại", 14),
            new("Tự chấm", 10), new("Thẩm định 1", 12), new("Thẩm định 2", 12), .. Years.Select(year => new XlsxColumn($"Năm {year} (%)", 12)),
        ];
        XlsxWriter.Write(output, [new XlsxSheet("Xếp hạng", columns, Lines.Select(Row)) { Above = [File.KeeperName.ToUpperInvariant(), "BẢNG XẾP HẠNG", Round.Title], Below = [Standing] }]);
    }

    private IReadOnlyList<string> Cells(RankingLine line) =>
    [
        line.Rank?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? Missing, line.Name, PaperNumbers.Print(line.Ranked.Index, Set.Rounding), PaperNumbers.Print(line.Ranked.Points, Set.Rounding), line.Grade ?? "",
        .. Years.Select(year => line.Past.FirstOrDefault(past => past.Year == year)?.Index is { } before ? PaperNumbers.Print(before, Set.Rounding) : Missing),
    ];

    private XlsxRow Row(RankingLine line) => new(
    [
        XlsxCell.Text(line.PeerGroup), XlsxCell.Number(line.Rank), XlsxCell.Text(line.Name), XlsxCell.Number(Rounded(line.Ranked.Index)), XlsxCell.Number(line.Ranked.Points), XlsxCell.Number(line.Ranked.Max), XlsxCell.Text(line.Grade),
        .. new[] { SheetStage.Self, SheetStage.Appraisal1, SheetStage.Appraisal2 }.Select(stage => XlsxCell.Number(line.Totals.GetValueOrDefault(stage)?.Points)),
        .. Years.Select(year => XlsxCell.Number(Rounded(line.Past.FirstOrDefault(past => past.Year == year)?.Index))),
    ]);

    private decimal? Rounded(decimal? value) => value is { } number ? Set.Rounding.Print(number) : null;
}
