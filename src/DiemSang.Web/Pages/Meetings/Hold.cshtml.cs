using System.ComponentModel.DataAnnotations;
using System.Globalization;
using DiemSang.Modules.Meetings;
using DiemSang.Modules.Meetings.Minutes;
using DiemSang.Modules.Shared.Data;
using DiemSang.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Meetings;

/// <summary>The meeting took place: when it ended, the number of its minutes, what else was said.</summary>
public sealed class HoldModel(MeetingReader reader, DiemSangDbContext db, TimeProvider clock, IStringLocalizer texts) : MeetingPage(reader)
{
    [BindProperty]
    public HoldInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public void OnGet() => Input = new HoldInput { MinutesNumber = Meeting.MinutesNumber, Notes = Meeting.Notes };

    public async Task<IActionResult> OnPostAsync()
    {
        if (ModelState.IsValid && Meeting.StartsAt > clock.GetUtcNow())
        {
            ModelState.AddModelError("Input.Time", texts["Cuộc họp chưa bắt đầu; ghi kết thúc sau khi họp."]);
        }

        if (!ModelState.IsValid)
        {
            return Refused();
        }

        var end = TimeOnly.ParseExact(Input.Time!, "HH:mm", CultureInfo.InvariantCulture);
        Meeting.Hold(new DateTimeOffset(Meeting.Day.ToDateTime(end), TimeSpan.FromHours(7)), Input.MinutesNumber, Input.Notes);
        if (!await TrySaveAsync(db, Version, "meetings.hold"))
        {
            return Page();
        }

        this.Say(texts["Đã ghi cuộc họp kết thúc. Tải biên bản, kiểm tra rồi ký."]);
        return Redirect(Path);
    }

    public sealed class HoldInput
    {
        [Display(Name = "Giờ kết thúc"), Required(ErrorMessage = "Nhập giờ kết thúc."), RegularExpression("^([01][0-9]|2[0-3]):[0-5][0-9]$", ErrorMessage = "Nhập giờ dạng 08:00.")]
        public string? Time { get; set; }

        [Display(Name = "Số biên bản"), StringLength(20, ErrorMessage = "Số dài tối đa 20 ký tự.")]
        public string? MinutesNumber { get; set; }

        [Display(Name = "Diễn biến khác"), DataType(DataType.MultilineText), StringLength(Meeting.NotesMaxLength, ErrorMessage = "Dài tối đa 8.000 ký tự.")]
        public string? Notes { get; set; }
    }
}
