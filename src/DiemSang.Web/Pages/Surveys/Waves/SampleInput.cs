using System.ComponentModel.DataAnnotations;
using System.Globalization;
using DiemSang.Core.Statistics;
using DiemSang.Core.Statistics.Sampling;
using DiemSang.Documents.Questionnaires;

namespace DiemSang.Web.Pages.Surveys.Waves;

public enum SizeFormula { Share, Yamane }

/// <summary>The form of a draw: which columns of the file mean what, how many, and how.</summary>
public sealed class SampleInput
{
    [Display(Name = "Khung mẫu"), Required(ErrorMessage = "Chọn tệp khung mẫu.")]
    public IFormFile? Upload { get; set; }

    [Display(Name = "Cột mã hộ hoặc hồ sơ"), Required(ErrorMessage = "Nhập tên cột mã.")]
    public string? Id { get; set; }

    [Display(Name = "Cột tầng")]
    public string? Stratum { get; set; }

    [Display(Name = "Cột đơn vị bậc trên")]
    public string? Clusters { get; set; }

    [Display(Name = "Số đơn vị rút trong mỗi đơn vị bậc trên")]
    public string? PerUnit { get; set; }

    [Display(Name = "Cột quy mô")]
    public string? SizeColumn { get; set; }

    [Display(Name = "Cột ngày")]
    public string? Day { get; set; }

    [Display(Name = "Từ ngày")]
    public DateOnly? From { get; set; }

    [Display(Name = "Đến ngày")]
    public DateOnly? To { get; set; }

    [Display(Name = "Cột đúng hẹn, trễ hẹn")]
    public string? OnTime { get; set; }

    [Display(Name = "Cỡ mẫu"), Range(1, 100_000, ErrorMessage = "Cỡ mẫu từ 1 đến 100.000.")]
    public int? Size { get; set; }

    [Display(Name = "Hoặc sai số (%)"), Range(0.5, 30, ErrorMessage = "Sai số từ 0,5 đến 30 %.")]
    public decimal? Margin { get; set; }

    [Display(Name = "Công thức")]
    public SizeFormula Formula { get; set; }

    [Display(Name = "Sai số này cho từng tầng")]
    public bool IsPerStratum { get; set; }

    [Display(Name = "Hiệu ứng thiết kế dự kiến"), Range(1, 10, ErrorMessage = "Hiệu ứng thiết kế từ 1 đến 10.")]
    public decimal DesignEffect { get; set; } = 1;

    [Display(Name = "Tỷ lệ trả lời dự kiến (%)"), Range(5, 100, ErrorMessage = "Tỷ lệ trả lời từ 5 đến 100 %.")]
    public decimal ResponseRate { get; set; } = 100;

    [Display(Name = "Cách rút")]
    public SelectionMethod Method { get; set; }

    [Display(Name = "Dự phòng"), Range(0, 1000, ErrorMessage = "Dự phòng từ 0 đến 1.000.")]
    public int Reserve { get; set; } = 5;

    [Display(Name = "Chữ gieo"), Required(ErrorMessage = "Nhập chữ gieo."), StringLength(100, ErrorMessage = "Dài tối đa 100 ký tự.")]
    public string? Seed { get; set; }

    public FrameColumns Columns() => new(Id!, Named(Stratum), Listed(Clusters), Named(SizeColumn)) { Day = Named(Day), From = From, To = To, OnTime = Named(OnTime) };

    /// <exception cref="SurveyDataException">The numbers per unit do not fit the columns.</exception>
    public SampleOrder Order()
    {
        var perUnit = Array.ConvertAll(Listed(PerUnit), text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
        if (perUnit.Length != Listed(Clusters).Length || Array.Exists(perUnit, number => number < 1))
        {
            throw new SurveyDataException("Mỗi cột đơn vị bậc trên cần một số nguyên dương: rút bao nhiêu trong mỗi đơn vị.");
        }

        return new SampleOrder
        {
            Seed = Seed!, Take = Size, Margin = (double?)Margin / 100, IsYamane = Size is null && Formula == SizeFormula.Yamane, IsPerStratum = Size is null && IsPerStratum,
            DesignEffect = (double)DesignEffect, ResponseRate = (double)ResponseRate / 100, Method = Method, PerUnit = perUnit, Reserve = Reserve,
        };
    }

    private static string? Named(string? column) => string.IsNullOrWhiteSpace(column) ? null : column.Trim();

    private static string[] Listed(string? columns) => (columns ?? "").Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
