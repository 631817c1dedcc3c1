using System.ComponentModel.DataAnnotations;
using DiemSang.Core.Statistics.Sampling;

namespace DiemSang.Web.Pages.Surveys.Waves;

/// <summary>How many to ask, before there is a list to draw from; nothing is kept.</summary>
public sealed class SizeQuestion
{
    [Display(Name = "Số hộ hoặc hồ sơ trong tổng thể (N)"), Range(1, 100_000_000, ErrorMessage = "N từ 1 đến 100.000.000.")]
    public int? Population { get; set; }

    [Display(Name = "Sai số (%)"), Range(0.5, 30, ErrorMessage = "Sai số từ 0,5 đến 30 %.")]
    public decimal Margin { get; set; } = 5;

    [Display(Name = "Hiệu ứng thiết kế dự kiến"), Range(1, 10, ErrorMessage = "Hiệu ứng thiết kế từ 1 đến 10.")]
    public decimal DesignEffect { get; set; } = 1;

    [Display(Name = "Tỷ lệ trả lời dự kiến (%)"), Range(5, 100, ErrorMessage = "Tỷ lệ trả lời từ 5 đến 100 %.")]
    public decimal ResponseRate { get; set; } = 100;

    /// <summary>Never more than there are. A method: validation reads every property, also of an empty form.</summary>
    public int ForShare() => Math.Min(Population!.Value, SampleSize.ForMargin((double)Margin / 100, Population, designEffect: (double)DesignEffect, responseRate: (double)ResponseRate / 100));

    public int Yamane() => SampleSize.Yamane(Population!.Value, (double)Margin / 100);
}
