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

    [BindProperty]
    public Dictionary<Guid, Attendance> Seen { get; set; } = [];

    [BindProperty]
    public int Version { get; set; }

    /// <summary>What the form shows for a guest: as chosen before a refusal, else as saved.</summary>
    public Attendance Chosen(Guest guest) => Seen.TryGetValue(guest.Id, out var seen) ? seen : guest.Attendance;

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

    public async Task<IActionResult> OnPostAttendAsync()
    {
        ModelState.Clear(); // the form of a new guest was not sent with it
        foreach (var guest in Meeting.Guests.Where(guest => Seen.ContainsKey(guest.Id)))
        {
            guest.Attendance = Seen[guest.Id];
        }

        if (!await TrySaveAsync(db, Version, "meetings.call-roll"))
        {
            return Page();
        }

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
