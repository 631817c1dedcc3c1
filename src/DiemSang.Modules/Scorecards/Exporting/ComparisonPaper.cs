using DiemSang.Core.Scoring;
using DiemSang.Documents.Writing;
using DiemSang.Documents.Writing.Sheets;
using DiemSang.Modules.Scorecards.SelfScoring;

namespace DiemSang.Modules.Scorecards.Exporting;

/// <summary>This year against the last published one, criterion by criterion, in percent of the maximum.</summary>
public sealed record ComparisonPaper(SheetFile Sheet, Result Before, VersionComparison Comparison)
{
    private static readonly (string Title, double Share)[] Columns = [("Mã", 8), ("Tiêu chí", 46), ("Năm trước (%)", 14), ("Năm nay (%)", 14), ("Thay đổi", 12)];

    private string Title => $"So sánh năm {Sheet.Round.Year} với năm {Before.Year}";

    public void WriteDocx(Stream output)
    {
        var table = new PaperBlock.Table([.. Columns.Select(column => new PaperColumn(column.Title, column.Share))], [.. Comparison.Criteria.Select(Cells)]);
        PaperDocxWriter.Write(new OfficePaper(new PaperHead("BẢNG SO SÁNH", Title) { Issuer = Sheet.Participant.SubjectName }, [table]), output);
    }

    public void WriteXlsx(Stream output) => XlsxWriter.Write(output, [new XlsxSheet(
        "So sánh", [.. Columns.Select(column => new XlsxColumn(column.Title, column.Share * 1.2))],
        Comparison.Criteria.Select(line => new XlsxRow(
            [XlsxCell.Text(line.Now.Criterion.Code), XlsxCell.Text(line.Now.Criterion.Title), XlsxCell.Number(Rounded(line.IndexBefore)), XlsxCell.Number(Rounded(Now(line))), XlsxCell.Number(Rounded(Change(line)))]) { IsHeading = !line.Now.Criterion.IsLeaf }))
    {
        Above = [Sheet.Participant.SubjectName.ToUpperInvariant(), Title],
    }]);

    private IReadOnlyList<string> Cells(ComparedCriterion line) =>
        [line.Now.Criterion.Code, line.Now.Criterion.Title, line.Before.Count == 0 ? "mới" : Text(line.IndexBefore), Text(Now(line)), Text(Change(line))];

    /// <summary>What nobody has declared yet is not zero percent.</summary>
    private static decimal? Now(ComparedCriterion line) => line.Now.State == NodeState.NotDeclared ? null : line.Now.Index;

    private static decimal? Change(ComparedCriterion line) => line.Now.State == NodeState.NotDeclared ? null : line.Change;

    private string Text(decimal? value) => PaperNumbers.Print(value, Sheet.File.Set.Rounding);

    private decimal? Rounded(decimal? value) => value is { } number ? Sheet.File.Set.Rounding.Print(number) : null;
}
