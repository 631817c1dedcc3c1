using System.Globalization;
using DiemSang.Core.Planning;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Boards;
using DiemSang.Modules.Plans.Issuing;
using DiemSang.Modules.Plans.Working;
using DiemSang.Modules.Shared;
using DiemSang.Web.Infrastructure.TagHelpers;
using Microsoft.Extensions.Localization;
using static DiemSang.Web.Infrastructure.Localisation.SourceText;

namespace DiemSang.Web.Pages.Plans;

/// <summary>The screen's words and tones for how work stands.</summary>
public static class WorkWords
{
    public static string Of(this IStringLocalizer texts, Light light) => texts[light switch
    {
        Light.Late => Key("Quá hạn"),
        Light.Blocked => Key("Vướng mắc"),
        Light.InProgress => Key("Đang thực hiện"),
        Light.Done => Key("Hoàn thành"),
        _ => Key("Chưa bắt đầu"),
    }];

    public static string Of(this IStringLocalizer texts, ProgressState state) => texts[state switch
    {
        ProgressState.InProgress => Key("Đang thực hiện"),
        ProgressState.Blocked => Key("Vướng mắc"),
        ProgressState.Done => Key("Hoàn thành"),
        _ => Key("Chưa bắt đầu"),
    }];

    public static string Of(this IStringLocalizer texts, BoardState state) => texts[state switch
    {
        BoardState.Late => Key("Quá hạn"),
        BoardState.Blocked => Key("Vướng mắc"),
        BoardState.Silent => Key("Im lặng"),
        BoardState.InProgress => Key("Đang thực hiện"),
        BoardState.Done => Key("Hoàn thành"),
        _ => Key("Chưa bắt đầu"),
    }];

    public static string Of(this IStringLocalizer texts, DueWindow window) => texts[window switch
    {
        DueWindow.ThisWeek => Key("Đến hết tuần này"),
        DueWindow.ThisMonth => Key("Đến hết tháng này"),
        DueWindow.ThisQuarter => Key("Đến hết quý này"),
        _ => Key("Chưa có hạn"),
    }];

    public static string Of(this IStringLocalizer texts, BoardOrder order) => texts[order switch
    {
        BoardOrder.Plan => Key("Thứ tự trong kế hoạch"),
        BoardOrder.Due => Key("Hạn gần nhất"),
        BoardOrder.Heard => Key("Lâu chưa cập nhật"),
        _ => Key("Việc gấp trước"),
    }];

    public static string Of(this IStringLocalizer texts, Clear clear) => texts[clear switch
    {
        Clear.Person => Key("Rõ người"),
        Clear.Work => Key("Rõ việc"),
        Clear.Schedule => Key("Rõ tiến độ"),
        Clear.Result => Key("Rõ kết quả"),
        _ => Key("Rõ trách nhiệm"),
    }];

    /// <summary>What to do about one of the five that is not clear.</summary>
    public static string ToFix(this IStringLocalizer texts, Clear clear) => texts[clear switch
    {
        Clear.Person => Key("Ghi cơ quan chủ trì."),
        Clear.Work => Key("Ghi nội dung công việc."),
        Clear.Schedule => Key("Ghi thời gian hoàn thành."),
        Clear.Result => Key("Ghi chỉ tiêu hoặc kết quả cần đạt."),
        _ => Key("Cơ quan chịu trách nhiệm chính cần có người đứng đầu."),
    }];

    /// <summary>What is wrong and what to do.</summary>
    public static string Of(this IStringLocalizer texts, ReportFault fault) => texts[fault switch
    {
        ReportFault.PercentOutOfRange => Key("Phần trăm phải từ 0 đến 100."),
        ReportFault.NegativeNumber => Key("Số liệu không được âm."),
        ReportFault.DenominatorZero => Key("Mẫu số phải lớn hơn 0. Nếu không có đối tượng nào, để trống cả hai ô và ghi vào ghi chú."),
        ReportFault.NumeratorMissing => Key("Nhập tử số: đã làm được bao nhiêu trên tổng số."),
        ReportFault.NoteTooLong => Key("Ghi chú dài tối đa 2.000 ký tự. Rút gọn, hoặc đính kèm tệp."),
        ReportFault.DocumentNumberTooLong => Key("Số văn bản dài tối đa 200 ký tự."),
        ReportFault.AnsweredBelow => Key("Việc này được báo cáo ở dòng tương ứng trong kế hoạch của đơn vị (hoặc kế hoạch năm). Mở nhiệm vụ đó để cập nhật."),
        ReportFault.BarePercent => Key("Chỉ tiêu này là tỷ lệ: nhập tử số và mẫu số, phần trăm được tính từ hai số đó."),
        ReportFault.EvidenceMissing => Key("Chưa báo hoàn thành được: đính kèm tệp hoặc ghi số văn bản làm tài liệu kiểm chứng."),
        ReportFault.ObstacleNotSaid => Key("Ghi vướng mắc là gì và cần ai giải quyết."),
        _ => Key("Tử số đang lớn hơn mẫu số. Sửa lại, hoặc đánh dấu xác nhận số liệu này đúng."),
    }];

    public static string Of(this IStringLocalizer texts, Direction direction) => texts[direction == Direction.Up ? Key("Tăng") : Key("Giảm")];

    public static string Of(this IStringLocalizer texts, Rhythm rhythm) => texts[rhythm == Rhythm.Weekly ? Key("Hằng tuần") : Key("Hằng tháng")];

    /// <summary>How a number that is to rise or fall stands against its base.</summary>
    public static string Of(this IStringLocalizer texts, Trend trend, Direction direction) => texts[(trend, direction) switch
    {
        (Trend.NoBase, _) => Key("chưa có số gốc"),
        (Trend.NoNumber, _) => Key("chưa có số liệu kỳ này"),
        (Trend.NotComparable, _) => Key("không so được với số gốc"),
        (Trend.Unmoved, _) => Key("chưa thay đổi"),
        (Trend.RightWay, Direction.Up) => Key("tăng, đúng hướng"),
        (Trend.RightWay, _) => Key("giảm, đúng hướng"),
        (_, Direction.Up) => Key("giảm, ngược hướng"),
        _ => Key("tăng, ngược hướng"),
    }];

    public static Tone Tone(this Trend trend) => trend switch
    {
        Trend.RightWay => Infrastructure.TagHelpers.Tone.Done,
        Trend.WrongWay => Infrastructure.TagHelpers.Tone.Late,
        Trend.NoBase or Trend.NotComparable => Infrastructure.TagHelpers.Tone.Due,
        _ => Infrastructure.TagHelpers.Tone.Neutral,
    };

    public static Tone Tone(this Light light) => light switch
    {
        Light.Late => Infrastructure.TagHelpers.Tone.Late,
        Light.Blocked => Infrastructure.TagHelpers.Tone.Blocked,
        Light.InProgress => Infrastructure.TagHelpers.Tone.Doing,
        Light.Done => Infrastructure.TagHelpers.Tone.Done,
        _ => Infrastructure.TagHelpers.Tone.Neutral,
    };

    public static Tone Tone(this ProgressState state) => state switch
    {
        ProgressState.Blocked => Infrastructure.TagHelpers.Tone.Blocked,
        ProgressState.InProgress => Infrastructure.TagHelpers.Tone.Doing,
        ProgressState.Done => Infrastructure.TagHelpers.Tone.Done,
        _ => Infrastructure.TagHelpers.Tone.Neutral,
    };

    /// <summary>How officials call the index of a code.</summary>
    public static string? IndexName(string? code) => code switch { "PAR" => "PAR INDEX", _ => code };

    /// <summary>“30/40”, or the count alone.</summary>
    public static string? Counted(decimal? numerator, decimal? denominator) => numerator is not { } counted ? null
        : denominator is { } all ? $"{Number(counted)}/{Number(all)}" : Number(counted);

    /// <summary>“62,5 % (25/40)”, or the count alone.</summary>
    public static string Counted(CountedNumber number) =>
        number.IsRate ? $"{Number(Math.Round(number.Value, 1, MidpointRounding.AwayFromZero))} % ({Counted(number.Numerator, number.Denominator)})" : Number(number.Numerator);

    /// <summary>A period as people say it: a month, a year, or its first and last day.</summary>
    public static string Period(this IStringLocalizer texts, DateOnly from, DateOnly to) =>
        from.Year == to.Year && from.Month == to.Month ? texts["Tháng {0}/{1}", from.Month, from.Year]
        : from.Year == to.Year && to is { Month: 12, Day: 31 } ? texts["Năm {0}", from.Year]
        : $"{from:dd/MM/yyyy} – {to:dd/MM/yyyy}";

    private static string Number(decimal value) => value.ToString("#,0.############", CultureInfo.CurrentCulture);
}
