using DiemSang.Core.Scoring;
using DiemSang.Documents.Writing;
using DiemSang.Documents.Writing.Sheets;
using DiemSang.Modules.Scorecards.SelfScoring;

namespace DiemSang.Modules.Scorecards.Exporting;

/// <summary>This year against the last published one, criterion by criterion, in percent of the maximum.</summary>
public sealed record ComparisonPaper(SheetFile Sheet, Result Before, VersionComparison Comparison)
{
    private static readonly PaperColumn[] Columns =
        [new("Mã", 8), new("Tiêu chí", 46), new("Năm trước (%)", 14, IsNumber: true), new("Năm nay (%)", 14, IsNumber: true), new("Thay đổi", 12, IsNumber: true)];

    private string Title => $"So sánh năm {Sheet.Round.Year} với năm {Before.Year}";

    /// <summary>What is compared with what, so that the table can be checked without the product.</summary>
    private IReadOnlyList<string> Sources =>
    [
        $"Bộ tiêu chí: {Sheet.File.Set.Title}. Các cột là phần trăm của điểm tối đa.",
        $"Năm {Sheet.Round.Year}: {Sheet.Round.Title}, {(Sheet.Round.Decision is { } decision ? $"công bố theo {decision}" : "chưa công bố")}.",
        .. Comparison.Undeclared > 0 ? [$"Còn {Comparison.Undeclared} tiêu chí chưa kê khai: mục chứa chúng tạm tính 0 điểm cho phần đó."] : Array.Empty<string>(),
        $"Năm {Before.Year}: {(Before.Source is { } source ? $"công bố theo {source}" : "kết quả đã công bố")}.",
    ];

    public void WriteDocx(Stream output)
    {
        var table = new PaperBlock.Table(Columns, [.. Comparison.Criteria.Select(line => new PaperRow(Cells(line), Sheet.File.Set.IsHeading(line.Now.Criterion)))]);
        var head = new PaperHead("BẢNG SO SÁNH", Title) { Issuer = Sheet.Participant.SubjectName };
        PaperDocxWriter.Write(new OfficePaper(head, [.. Sources.Select(words => new PaperBlock.Text(words)), table]), output);
    }

    public void WriteXlsx(Stream output) => XlsxWriter.Write(output, [new XlsxSheet(
        "So sánh", [.. Columns.Select(column => new XlsxColumn(column.Title, column.Share * 1.2))],
        Comparison.Criteria.Select(line => new XlsxRow(
            [XlsxCell.Text(line.Now.Criterion.Code), XlsxCell.Text(line.Now.Criterion.Title), XlsxCell.Number(Rounded(line.IndexBefore)), XlsxCell.Number(Rounded(Now(line))), XlsxCell.Number(Rounded(Change(line)))]) { IsHeading = Sheet.File.Set.IsHeading(line.Now.Criterion) }))
    {
        Above = [Sheet.Participant.SubjectName.ToUpperInvariant(), Title],
        Below = Sources,
    }]);

    private IReadOnlyList<string> Cells(ComparedCriterion line) =>
        [line.Now.Criterion.Code, line.Now.Criterion.Title, line.Before.Count == 0 ? "mới" : Text(line.IndexBefore), Text(Now(line)), PaperNumbers.Change(Change(line), Sheet.File.Set.Rounding)];

    /// <summary>What nobody has declared yet is not zero percent.</summary>
    private static decimal? Now(ComparedCriterion line) => line.Now.State == NodeState.NotDeclared ? null : line.Now.Index;

    private static decimal? Change(ComparedCriterion line) => line.Now.State == NodeState.NotDeclared ? null : line.Change;

    private string Text(decimal? value) => PaperNumbers.Print(value, Sheet.File.Set.Rounding);

    private decimal? Rounded(decimal? value) => value is { } number ? Sheet.File.Set.Rounding.Print(number) : null;
}
