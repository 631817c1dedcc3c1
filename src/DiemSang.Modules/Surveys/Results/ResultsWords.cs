using System.Globalization;

namespace DiemSang.Modules.Surveys.Results;

/// <summary>What every figure of a paper must say of itself: period, version, number of people, method.</summary>
internal static class ResultsWords
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static string Wave(WaveResults results)
    {
        var wave = results.Source.Wave;
        return string.Create(CultureInfo.InvariantCulture, $"{wave.Name}, từ {wave.FromDate:dd/MM/yyyy} đến {wave.ToDate:dd/MM/yyyy}; phiếu {results.Source.Questionnaire.Code} phiên bản {results.Source.Questionnaire.Version}; {results.Counted} lượt trả lời được tính, {results.LeftOut} lượt để ngoài.");
    }

    public static string Method(WaveResults results) => results.Source.Answers.Any(given => given.CodeId is not null)
        ? "Ước lượng theo mẫu: trọng số, tầng và đơn vị chọn mẫu lấy từ mã một lần; khoảng tin cậy 95% (Wilson). Số liệu nội bộ."
        : "Người trả lời tự chọn tham gia, không phải mẫu ngẫu nhiên: khoảng tin cậy 95% (Wilson) tính như mẫu đơn giản, chỉ để tham khảo. Số liệu nội bộ.";

    public static string Percent(double? share) => share is { } value ? value.ToString("P1", Vietnamese) : "–";
}
