using DiemSang.Documents.Writing.Charts;

namespace DiemSang.Modules.Surveys.Results;

/// <summary>The plots of a wave's results, the same in Word and Excel. Hidden figures are left out.</summary>
internal static class ResultsCharts
{
    private const int WorstShown = 10;

    /// <summary>A higher chart does not fit a page.</summary>
    private const int MostBars = 24;

    public static IEnumerable<BarChart> Worst(WaveResults results) =>
        Chart(results, "Nội dung có tỷ lệ hài lòng thấp nhất", results.Worst.Take(WorstShown).Select(line => (line.Node.Name.Vi, line.Figure)));

    public static IEnumerable<BarChart> Elements(WaveResults results) =>
        Chart(results, "Mức độ hài lòng theo phần, yếu tố", results.Lines.Where(line => !line.IsCriterion).Select(line => ($"{line.Node.Code}. {line.Node.Name.Vi}", line.Figure)));

    /// <summary>None before there are two waves.</summary>
    public static IEnumerable<BarChart> Trend(IReadOnlyList<TrendPoint> trend) => trend.Count < 2
        ? []
        : Chart("Tỷ lệ hài lòng qua các đợt", ResultsWords.Period(trend), trend.Select(point => ($"{point.Wave.Name}, phiên bản {point.Version}", point.Figure))).Select(chart => chart with { IsUpright = true });

    public static IEnumerable<BarChart> Groups(WaveResults results, GroupNames names, GroupKind kind, IReadOnlyList<ResultGroup> groups) =>
        Chart(results, $"Tỷ lệ hài lòng {names.Kind(kind).ToLowerInvariant()}", groups.Select(group => (names.Group(kind, group), group.Figure)));

    private static IEnumerable<BarChart> Chart(WaveResults results, string title, IEnumerable<(string Label, ResultFigure Figure)> figures) => Chart(title, ResultsWords.Wave(results), figures);

    private static IEnumerable<BarChart> Chart(string title, string note, IEnumerable<(string Label, ResultFigure Figure)> figures)
    {
        List<ChartBar> bars = [.. figures.Where(one => one.Figure is { Share: not null }).Select(one => new ChartBar($"{one.Label} (n = {one.Figure.Respondents})", one.Figure.Share!.Value, one.Figure.Interval.Low, one.Figure.Interval.High))];
        var pages = bars.Chunk(MostBars).ToList();
        return pages.Select((page, i) => new BarChart($"{title} (%, khoảng tin cậy 95%){(pages.Count > 1 ? $", phần {i + 1}/{pages.Count}" : "")}", page) { Note = note });
    }
}

/// <summary>The words for kinds of groups and for groups.</summary>
public sealed record GroupNames(Func<GroupKind, string> Kind, Func<GroupKind, ResultGroup, string> Group);
