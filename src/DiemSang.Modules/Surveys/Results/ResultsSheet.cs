using DiemSang.Core.Statistics;
using DiemSang.Documents.Writing.Sheets;

namespace DiemSang.Modules.Surveys.Results;

/// <summary>The results as a workbook: plots, index, groups, other questions. Official papers are in Vietnamese.</summary>
public static class ResultsSheet
{
    private static readonly XlsxColumn[] Figures = [new("Số người trả lời", 12), new("Tỷ lệ", 10), new("Sai số ±", 10), new("Cận dưới 95%", 12), new("Cận trên 95%", 12), new("Hiệu ứng thiết kế", 11)];

    public static IReadOnlyList<XlsxSheet> Of(WaveResults results, IReadOnlyList<TrendPoint> trend, GroupNames names) =>
    [
        Sheet(results, "Biểu đồ", [new("Biểu đồ", 80)], []) with
        {
            Charts = [.. ResultsCharts.Worst(results), .. ResultsCharts.Elements(results), .. ResultsCharts.Trend(trend), .. results.Compared.SelectMany(kind => ResultsCharts.Groups(results, names, kind.Kind, kind.Groups))],
        },
        Sheet(results, "Mức độ hài lòng", [new("Mã", 8), new("Nội dung", 60), .. Figures], results.Lines.Select(line =>
            new XlsxRow([XlsxCell.Text(line.Node.Code), XlsxCell.Text(line.Node.Name.Vi), .. Cells(line.Figure)]) { IsHeading = !line.IsCriterion })),
        Sheet(results, "Qua các đợt", [new("Đợt", 80), .. Figures], trend.Select(point => new XlsxRow([XlsxCell.Text(ResultsWords.Wave(point)), .. Cells(point.Figure)]))),
        Sheet(results, "Theo nhóm", [new("Nhóm", 60), .. Figures], results.Compared.SelectMany(kind => kind.Groups
            .Select(group => new XlsxRow([XlsxCell.Text(names.Group(kind.Kind, group)), .. Cells(group.Figure)])).Prepend(Heading(names.Kind(kind.Kind))))),
        .. Rates(results),
        Sheet(results, "Câu hỏi khác", [new("Câu hỏi, lựa chọn", 60), .. Figures], results.Questions.SelectMany(question => question.Choices
            .Select(choice => new XlsxRow([XlsxCell.Text(choice.Text.Vi), .. Cells(choice.Figure)])).Prepend(Heading(question.Text.Vi)))),
    ];

    private static IEnumerable<XlsxSheet> Rates(WaveResults results) => results.Source.Strata.Count == 0
        ? []
        : [
            Sheet(results, "Tỷ lệ trả lời", [new("Tầng", 40), new("Mã đã cấp", 12), new("Đã trả lời", 12), new("Không thuộc diện", 12), new("Tỷ lệ trả lời", 12)], results.Source.Strata.Select(stratum => new XlsxRow([
                XlsxCell.Text(stratum.Stratum == "" ? "Chung" : stratum.Stratum), XlsxCell.Number(stratum.Rate.Drawn), XlsxCell.Number(stratum.Rate.Completed),
                XlsxCell.Number(stratum.Rate.Ineligible), XlsxCell.Percent((decimal)stratum.Rate.Rate)]))),
        ];

    private static XlsxSheet Sheet(WaveResults results, string name, IReadOnlyList<XlsxColumn> columns, IEnumerable<XlsxRow> rows) => new(name, columns, rows)
    {
        Above = [results.Source.Survey.Title.ToUpperInvariant(), ResultsWords.Wave(results), ResultsWords.Numbers(results)],
        Below = [.. ResultsWords.Method(results), "Ô có dấu * không hiện số: dưới 5 người trả lời, hoặc có thể suy ra nhóm dưới 5 người."],
    };

    private static XlsxRow Heading(string words) => new([XlsxCell.Text(words), .. Figures.Select(_ => XlsxCell.Empty)]) { IsHeading = true };

    private static IEnumerable<XlsxCell> Cells(ResultFigure figure) => figure.IsHidden
        ? [XlsxCell.Text("*"), XlsxCell.Text("*"), XlsxCell.Empty, XlsxCell.Empty, XlsxCell.Empty, XlsxCell.Empty]
        : [
            XlsxCell.Number(figure.Respondents), XlsxCell.Percent((decimal?)figure.Share), Part(figure, interval => interval.Margin), Part(figure, interval => interval.Low),
            Part(figure, interval => interval.High), XlsxCell.Number((decimal?)figure.DesignEffect, 2),
        ];

    private static XlsxCell Part(ResultFigure figure, Func<ConfidenceInterval, double> part) => XlsxCell.Percent(figure.Share is null ? null : (decimal)part(figure.Interval));
}
