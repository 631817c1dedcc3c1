using System.Globalization;

namespace DiemSang.Modules.Surveys.Results;

/// <summary>What every figure of a paper must say of itself: period, version, number of people, method.</summary>
internal static class ResultsWords
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static string Wave(WaveResults results)
    {
        var wave = results.Source.Wave;
        return string.Create(CultureInfo.InvariantCulture, $"{wave.Name}, từ {wave.FromDate:dd/MM/yyyy} đến {wave.ToDate:dd/MM/yyyy}; phiếu {results.Source.Questionnaire.Code} phiên bản {results.Source.Questionnaire.Version}; {results.Counted} lượt trả lời được tính, {results.LeftOut} lượt để ngoài{(results.ResponseRate is null ? "" : $"; tỷ lệ trả lời {Percent(results.ResponseRate)}")}.");
    }

    public static string Method(WaveResults results) => string.Join(' ', results.Notes.Select(note => note.ToString()).Append("Số liệu nội bộ."));

    public static string Percent(double? share) => share is { } value ? value.ToString("P1", Vietnamese) : "–";
}
