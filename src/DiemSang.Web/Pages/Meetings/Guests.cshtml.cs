using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Meetings;
using DiemSang.Modules.Meetings.Minutes;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using DiemSang.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Meetings;

/// <summary>Who is invited, whose invitation went out, who came.</summary>
public sealed class GuestsModel(MeetingReader reader, DiemSangDbContext db, TimeProvider clock, IStringLocalizer texts) : MeetingPage(reader)
{
    [BindProperty]
    public GuestInput Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return Refused();
        }

        db.Add(new Guest { OrganisationId = Meeting.OrganisationId, MeetingId = Meeting.Id, Name = Input.Name!, StandingFor = Input.StandingFor });
        await db.SaveAsync(Actor.To("meetings.add-guest"));
        return Redirect($"{Path}/guests");
    }

    public async Task<IActionResult> OnPostAttendAsync(Dictionary<Guid, Attendance> seen)
    {
        foreach (var guest in Meeting.Guests.Where(guest => seen.ContainsKey(guest.Id)))
        {
            guest.Attendance = seen[guest.Id];
        }

        await db.SaveAsync(Actor.To("meetings.call-roll"));
        this.Say(texts["Đã lưu điểm danh."]);
        return Redirect(Path);
    }

    public async Task<IActionResult> OnPostInviteAsync()
    {
        Meeting.Guests.ForEach(guest => guest.Invite(clock.Today()));
        await db.SaveAsync(Actor.To("meetings.invite"));
        this.Say(texts["Đã ghi ngày gửi giấy mời."]);
        return Redirect(Path);
    }

    public sealed class GuestInput
    {
        [Display(Name = "Họ và tên"), Required(ErrorMessage = "Nhập họ và tên."), StringLength(Guest.NameMaxLength, ErrorMessage = "Tên dài tối đa 200 ký tự.")]
        public string? Name { get; set; }

        [Display(Name = "Đại diện cho"), StringLength(300, ErrorMessage = "Dài tối đa 300 ký tự.")]
        public string? StandingFor { get; set; }
    }
}
