using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Evidence;
using DiemSang.Web.Infrastructure.Uploads;

namespace DiemSang.Web.Pages.Evidence;

/// <summary>What a person says about a proof, put in with its file or corrected.</summary>
public sealed class EvidenceInput : UploadInput
{
    [Display(Name = "Tên tài liệu"), Required(ErrorMessage = "Nhập tên tài liệu."), StringLength(EvidenceItem.TitleMaxLength, ErrorMessage = "Tên dài tối đa 500 ký tự.")]
    public string? Title { get; set; }

    [Display(Name = "Số, ký hiệu văn bản"), StringLength(200, ErrorMessage = "Số văn bản dài tối đa 200 ký tự.")]
    public string? Document { get; set; }

    [Display(Name = "Loại văn bản"), StringLength(100, ErrorMessage = "Loại văn bản dài tối đa 100 ký tự.")]
    public string? Kind { get; set; }

    [Display(Name = "Ngày ban hành")]
    public DateOnly? IssuedOn { get; set; }

    [Display(Name = "Cơ quan ban hành"), StringLength(200, ErrorMessage = "Tên dài tối đa 200 ký tự.")]
    public string? Issuer { get; set; }

    [Display(Name = "Trang, mục"), StringLength(100, ErrorMessage = "Dài tối đa 100 ký tự.")]
    public string? Page { get; set; }

    [Display(Name = "Chứng minh cho ngày"), Required(ErrorMessage = "Nhập ngày mà tài liệu chứng minh.")]
    public DateOnly? StandsFor { get; set; }

    public int Version { get; set; }

    public static EvidenceInput Of(EvidenceItem item) => new()
    {
        Title = item.Title, Document = item.DocumentNumber, Kind = item.DocumentKind, IssuedOn = item.IssuedOn, Issuer = item.Issuer, Page = item.Page,
        StandsFor = item.StandsFor, Version = item.Version,
    };

    public EvidenceDescription ToDescription()
    {
        var description = new EvidenceDescription(Title!, StandsFor!.Value) { DocumentKind = Kind, IssuedOn = IssuedOn, Issuer = Issuer, Page = Page };
        return Document is null ? description : description.WithDocument(Document);
    }
}
