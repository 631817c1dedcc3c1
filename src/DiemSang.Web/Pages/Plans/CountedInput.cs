using System.ComponentModel.DataAnnotations;
using DiemSang.Core.Planning;
using DiemSang.Modules.Plans;

namespace DiemSang.Web.Pages.Plans;

/// <summary>A number as a person types it: numerator and denominator, never a bare percentage, with its day and source. Shown by <c>_CountedFields</c>.</summary>
public class CountedInput
{
    [Display(Name = "Tử số"), Required(ErrorMessage = "Nhập số liệu."), Range(typeof(decimal), "0", "79228162514264337593543950335", ErrorMessage = "Số liệu không được âm.")]
    public decimal? Numerator { get; set; }

    [Display(Name = "Mẫu số"), Range(typeof(decimal), "0.000001", "79228162514264337593543950335", ParseLimitsInInvariantCulture = true, ErrorMessage = "Mẫu số phải lớn hơn 0. Nếu chỉ đếm, để trống ô này.")]
    public decimal? Denominator { get; set; }

    [Display(Name = "Số liệu của ngày"), Required(ErrorMessage = "Nhập ngày của số liệu.")]
    public DateOnly? On { get; set; }

    [Display(Name = "Nguồn"), StringLength(DatedNumber.SourceMaxLength, ErrorMessage = "Nguồn dài tối đa 300 ký tự.")]
    public string? Source { get; set; }

    public DatedNumber ToNumber() => new(new CountedNumber(Numerator!.Value, Denominator), On!.Value, Source);
}
