using DiemSang.Documents.Writing;
using DiemSang.Documents.Writing.Charts;
using DiemSang.Modules.Access;

namespace DiemSang.Modules.Surveys.Results;

/// <summary>The results as a report to be signed: the whole, the parts, the worst criteria, the trend, the groups, each as a plot and a table.</summary>
public static class ResultsPaper
{
    private const int WorstShown = 10;

    public static void WriteDocx(WaveResults results, IReadOnlyList<TrendPoint> trend, Organisation organisation, DateOnly today, GroupNames names, Stream output)
    {
        var head = new PaperHead("BÁO CÁO", $"Kết quả {results.Source.Survey.Title.ToLowerInvariant()}") { Issuer = organisation.Name, Place = organisation.Place, IssuedOn = today };
        List<PaperBlock> blocks =
        [
            new PaperBlock.Text($"{ResultsWords.Wave(results)}; {ResultsWords.Numbers(results)}."), new PaperBlock.Text(string.Join(' ', ResultsWords.Method(results))),
            new PaperBlock.Heading("1. Mức độ hài lòng"), .. Charts(ResultsCharts.Elements(results)),
            Table("Nội dung", results.Lines.Where(line => !line.IsCriterion).Select(line => ($"{line.Node.Code}. {line.Node.Name.Vi}", line.Figure))),
            new PaperBlock.Heading("2. Nội dung có tỷ lệ hài lòng thấp nhất"), .. Charts(ResultsCharts.Worst(results)),
            Table("Nội dung", results.Worst.Take(WorstShown).Select(line => ($"{line.Node.Name.Vi}", line.Figure))),
            .. trend.Count > 1 ? [new PaperBlock.Heading("3. Qua các đợt"), .. Charts(ResultsCharts.Trend(trend)), Table("Đợt", trend.Select(point => (ResultsWords.Wave(point), point.Figure)))] : Array.Empty<PaperBlock>(),
            .. results.Compared.SelectMany((kind, i) => Group(results, names, kind.Kind, kind.Groups, (trend.Count > 1 ? 4 : 3) + i)),
            new PaperBlock.Text("Dấu * thay cho số liệu của nhóm dưới 5 người trả lời, hoặc số liệu có thể làm lộ nhóm đó."),
        ];
        PaperDocxWriter.Write(new OfficePaper(head, blocks) { Signers = [new PaperSigner("NGƯỜI BÁO CÁO", null)] }, output);
    }

    private static IEnumerable<PaperBlock> Group(WaveResults results, GroupNames names, GroupKind kind, IReadOnlyList<ResultGroup> groups, int number) =>
    [
        new PaperBlock.Heading($"{number}. {names.Kind(kind)}"), .. Charts(ResultsCharts.Groups(results, names, kind, groups)), Table("Nhóm", groups.Select(group => (names.Group(kind, group), group.Figure))),
    ];

    private static IEnumerable<PaperBlock> Charts(IEnumerable<BarChart> charts) => charts.Select(chart => new PaperBlock.Chart(chart));

    private static PaperBlock.Table Table(string what, IEnumerable<(string Name, ResultFigure Figure)> lines) => new(
        [
            new PaperColumn("STT", 1.5), new PaperColumn(what, 6.8), new PaperColumn("Số người trả lời", 2.4, IsNumber: true), new PaperColumn("Tỷ lệ hài lòng", 2.4, IsNumber: true),
            new PaperColumn("Sai số", 2, IsNumber: true), new PaperColumn("Khoảng tin cậy 95%", 3.6, IsNumber: true),
        ],
        [.. lines.Select((line, i) => (IReadOnlyList<string>)[$"{i + 1}", line.Name, .. Cells(line.Figure)])]);

    private static string[] Cells(ResultFigure figure) => figure.IsHidden
        ? ["*", "*", "", ""]
        : [$"{figure.Respondents}", ResultsWords.Percent(figure.Share), .. figure.Share is null ? ["", ""] : Interval(figure)];

    private static string[] Interval(ResultFigure figure) => [$"±{ResultsWords.Percent(figure.Interval.Margin)}", $"{ResultsWords.Percent(figure.Interval.Low)} – {ResultsWords.Percent(figure.Interval.High)}"];
}
