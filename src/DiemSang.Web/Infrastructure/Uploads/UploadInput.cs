using System.ComponentModel.DataAnnotations;

namespace DiemSang.Web.Infrastructure.Uploads;

/// <summary>A form that may bring a file: chosen now, or kept from an earlier, refused sending. Shown by <c>Parts/_Upload</c>.</summary>
public abstract class UploadInput
{
    [Display(Name = "Tệp hoặc ảnh")]
    public IFormFile? Upload { get; set; }

    /// <summary>Sealed receipt of a file that was taken in with an earlier, refused sending of this form.</summary>
    public string? KeptFile { get; set; }
    public string? KeptFileName { get; set; }
}
