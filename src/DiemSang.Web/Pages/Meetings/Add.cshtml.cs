using System.ComponentModel.DataAnnotations;
using System.Globalization;
using DiemSang.Core.Meetings;
using DiemSang.Modules.Meetings;
using DiemSang.Modules.Meetings.Planning;
using DiemSang.Modules.Shared.Data;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using DiemSang.Web.Pages.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Meetings;

public sealed class AddModel(DiemSangDbContext db, MeetingPlanner planner, IStringLocalizer texts) : PageModel
{
    [BindProperty]
    public MeetingInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Kinds => [.. MeetingCalendar.Kinds.Select(kind => new SelectListItem(kind.Name, kind.Code))];

    public async Task OnGetAsync() => People = await db.PeopleToChooseAsync(HttpContext.Actor(), texts["Chọn người"]);

    public async Task<IActionResult> OnPostAsync()
    {
        var actor = HttpContext.Actor();
        var kind = MeetingCalendar.Find(Input.Kind);
        if (!await IsSoundAsync(kind))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            await OnGetAsync();
            return Page();
        }

        var starts = new DateTimeOffset(Input.Day!.Value.ToDateTime(TimeOnly.ParseExact(Input.Time!, "HH:mm", CultureInfo.InvariantCulture)), TimeSpan.FromHours(7));
        var meeting = new Meeting(actor.OrganisationId, kind!, Input.Title ?? kind!.Name, starts, Input.Place!, Input.Chair!.Value, Input.Secretary!.Value) { Hamlet = Input.Hamlet };
        await planner.PlanAsync(actor, meeting, kind!);
        this.Say(texts["Đã lên lịch: {0}.", meeting.Title]);
        return Redirect($"/meetings/{meeting.Id}");
    }

    private async Task<bool> IsSoundAsync(MeetingKind? kind)
    {
        if (ModelState.IsValid && kind is { IsOfHamlet: true } && Input.Hamlet is null)
        {
            ModelState.AddModelError("Input.Hamlet", texts["Ghi tên thôn, tổ dân phố."]);
        }

        if (ModelState.IsValid && Input.Chair == Input.Secretary)
        {
            ModelState.AddModelError("Input.Secretary", texts["Chọn thư ký khác người chủ trì."]);
        }

        Guid?[] chosen = [Input.Chair, Input.Secretary];
        return ModelState.IsValid && kind is not null
            && await db.People.CountAsync(one => one.OrganisationId == HttpContext.Actor().OrganisationId && chosen.Contains(one.Id)) == 2;
    }

    public sealed class MeetingInput
    {
        [Display(Name = "Loại cuộc họp"), Required(ErrorMessage = "Chọn loại cuộc họp.")]
        public string? Kind { get; set; }

        [Display(Name = "Tên cuộc họp"), StringLength(Meeting.TitleMaxLength, ErrorMessage = "Tên dài tối đa 300 ký tự.")]
        public string? Title { get; set; }

        [Display(Name = "Ngày họp"), Required(ErrorMessage = "Nhập ngày họp.")]
        public DateOnly? Day { get; set; }

        [Display(Name = "Giờ bắt đầu"), Required(ErrorMessage = "Nhập giờ bắt đầu."), RegularExpression("^([01][0-9]|2[0-3]):[0-5][0-9]$", ErrorMessage = "Nhập giờ dạng 08:00.")]
        public string? Time { get; set; }

        [Display(Name = "Địa điểm"), Required(ErrorMessage = "Nhập địa điểm."), StringLength(300, ErrorMessage = "Địa điểm dài tối đa 300 ký tự.")]
        public string? Place { get; set; }

        [Display(Name = "Thôn, tổ dân phố"), StringLength(200, ErrorMessage = "Tên dài tối đa 200 ký tự.")]
        public string? Hamlet { get; set; }

        [Display(Name = "Người chủ trì"), Required(ErrorMessage = "Chọn người chủ trì.")]
        public Guid? Chair { get; set; }

        [Display(Name = "Thư ký"), Required(ErrorMessage = "Chọn thư ký.")]
        public Guid? Secretary { get; set; }
    }
}
