using System.Globalization;

namespace DiemSang.Modules.Surveys.Results;

/// <summary>What every figure of a paper must say of itself: period, version, number of people, method.</summary>
internal static class ResultsWords
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static string Wave(WaveResults results)
    {
        var wave = results.Source.Wave;
        return string.Create(CultureInfo.InvariantCulture, $"{wave.Name}, từ {wave.FromDate:dd/MM/yyyy} đến {wave.ToDate:dd/MM/yyyy}; phiếu {results.Source.Questionnaire.Code} phiên bản {results.Source.Questionnaire.Version}{Rate(results.ResponseRate)}");
    }

    public static string Numbers(WaveResults results) => $"{results.Counted} lượt trả lời được tính, {results.LeftOut} lượt để ngoài";

    /// <summary>What a point of a trend must say of itself: waves differ in period, version and response rate.</summary>
    public static string Wave(TrendPoint point) => string.Create(
        CultureInfo.InvariantCulture, $"{point.Wave.Name} ({point.Wave.FromDate:dd/MM/yyyy}–{point.Wave.ToDate:dd/MM/yyyy}, phiên bản {point.Version}{Rate(point.ResponseRate)})");

    /// <param name="trend">Oldest first; not empty.</param>
    public static string Period(IReadOnlyList<TrendPoint> trend) =>
        string.Create(CultureInfo.InvariantCulture, $"{trend.Count} đợt, từ {trend[0].Wave.FromDate:dd/MM/yyyy} đến {trend[^1].Wave.ToDate:dd/MM/yyyy}");

    public static IEnumerable<string> Method(WaveResults results) => results.Notes.Select(note => note.ToString()).Append("Số liệu nội bộ.");

    public static string Percent(double? share) => share is { } value ? value.ToString("P1", Vietnamese) : "–";

    private static string Rate(double? rate) => rate is null ? "" : $", tỷ lệ trả lời {Percent(rate)}";
}
