using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Surveys.Outside;
using DiemSang.Modules.Surveys.Publishing;
using DiemSang.Web.Pages.Access;
using DiemSang.Web.Pages.Access.People.Edit;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Surveys.Outside;

/// <summary>What the commune was told of an outside survey, put in or corrected.</summary>
public sealed class OutsideInput
{
    /// <summary>A page on the web, or a document of the own library.</summary>
    public const string LinkPattern = @"(https?://|/evidence/)[^\s]+";

    [Display(Name = "Tên cuộc điều tra"), Required(ErrorMessage = "Nhập tên cuộc điều tra."), StringLength(OutsideSurvey.NameMaxLength, ErrorMessage = "Tên dài tối đa 200 ký tự.")]
    public string? Title { get; set; }

    [Display(Name = "Thuộc chỉ số")]
    public string? Index { get; set; }

    [Display(Name = "Cơ quan tiến hành"), Required(ErrorMessage = "Nhập cơ quan tiến hành."), StringLength(OutsideSurvey.NameMaxLength, ErrorMessage = "Tên dài tối đa 200 ký tự.")]
    public string? Organiser { get; set; }

    [Display(Name = "Số văn bản hướng dẫn"), StringLength(100, ErrorMessage = "Số văn bản dài tối đa 100 ký tự.")]
    public string? GuidanceNumber { get; set; }

    [Display(Name = "Ngày văn bản")]
    public DateOnly? GuidanceOn { get; set; }

    [Display(Name = "Liên kết tới văn bản"), StringLength(OutsideSurvey.LinkMaxLength, ErrorMessage = "Liên kết dài tối đa 500 ký tự."), RegularExpression(LinkPattern, ErrorMessage = "Liên kết bắt đầu bằng https:// hoặc /evidence/.")]
    public string? GuidanceLink { get; set; }

    [Display(Name = "Từ ngày"), Required(ErrorMessage = "Nhập ngày bắt đầu điều tra.")]
    public DateOnly? From { get; set; }

    [Display(Name = "Đến hết ngày"), Required(ErrorMessage = "Nhập ngày kết thúc điều tra.")]
    public DateOnly? To { get; set; }

    [Display(Name = "Địa bàn mẫu"), DataType(DataType.MultilineText), StringLength(OutsideSurvey.TextMaxLength, ErrorMessage = "Dài tối đa 4.000 ký tự.")]
    public string? Area { get; set; }

    [Display(Name = "Số phiếu dự kiến"), Range(1, OutsideSurvey.MostInterviews, ErrorMessage = "Số phiếu từ 1 đến 100.000.")]
    public int? Interviews { get; set; }

    [Display(Name = "Người liên hệ của đoàn điều tra"), StringLength(OutsideSurvey.NameMaxLength, ErrorMessage = "Tên dài tối đa 200 ký tự.")]
    public string? TeamName { get; set; }

    [Display(Name = "Điện thoại"), RegularExpression(PersonInput.PhonePattern, ErrorMessage = PersonInput.PhoneMessage)]
    public string? TeamPhone { get; set; }

    [Display(Name = "Thư điện tử"), EmailAddress(ErrorMessage = "Địa chỉ thư chưa đúng, ví dụ: ten@huyen.gov.vn.")]
    public string? TeamEmail { get; set; }

    [Display(Name = "Đầu mối của cơ quan"), Required(ErrorMessage = "Chọn đầu mối của cơ quan.")]
    public Guid? Contact { get; set; }

    [Display(Name = "Lời thêm vào thông báo"), DataType(DataType.MultilineText), StringLength(OutsideSurvey.TextMaxLength, ErrorMessage = "Dài tối đa 4.000 ký tự.")]
    public string? Announcement { get; set; }

    [Display(Name = "Ghi chú nội bộ"), DataType(DataType.MultilineText), StringLength(OutsideSurvey.TextMaxLength, ErrorMessage = "Dài tối đa 4.000 ký tự.")]
    public string? Notes { get; set; }

    public int Version { get; set; }

    /// <summary>People to choose the own contact from.</summary>
    public IReadOnlyList<SelectListItem> People { get; set; } = [];

    /// <summary>What no single field tells: days in their order, a known index, a contact of the own organisation.</summary>
    public async Task CheckAsync(DiemSangDbContext db, Actor actor, ModelStateDictionary state, IStringLocalizer texts)
    {
        if (To < From)
        {
            state.AddModelError("Input.To", texts["Ngày cuối phải từ ngày đầu trở đi."]);
        }

        if (Index is { Length: > 0 } index && !ResultsPublisher.Indices.Contains(index))
        {
            state.AddModelError("Input.Index", texts["Chọn chỉ số trong danh sách."]);
        }

        if (Contact is { } contact && await db.FindPersonAsync(actor, contact) is null)
        {
            state.AddModelError("Input.Contact", texts["Chọn đầu mối của cơ quan."]);
        }
    }

    public static OutsideInput Of(OutsideSurvey survey) => new()
    {
        Title = survey.Title, Index = survey.IndexCode, Organiser = survey.Organiser,
        GuidanceNumber = survey.GuidanceNumber, GuidanceOn = survey.GuidanceOn, GuidanceLink = survey.GuidanceLink,
        From = survey.FromDate, To = survey.ToDate, Area = survey.Area, Interviews = survey.Interviews,
        TeamName = survey.TeamName, TeamPhone = survey.TeamPhone, TeamEmail = survey.TeamEmail, Contact = survey.ContactId,
        Announcement = survey.Announcement, Notes = survey.Notes, Version = survey.Version,
    };

    public void WriteTo(OutsideSurvey survey)
    {
        (survey.Title, survey.IndexCode, survey.Organiser) = (Title!, Index is { Length: > 0 } ? Index : null, Organiser!);
        (survey.GuidanceNumber, survey.GuidanceOn, survey.GuidanceLink) = (GuidanceNumber, GuidanceOn, GuidanceLink);
        (survey.FromDate, survey.ToDate, survey.Area, survey.Interviews) = (From!.Value, To!.Value, Area, Interviews);
        (survey.TeamName, survey.TeamPhone, survey.TeamEmail, survey.ContactId) = (TeamName, TeamPhone, TeamEmail, Contact!.Value);
        (survey.Announcement, survey.Notes) = (Announcement, Notes);
    }
}
