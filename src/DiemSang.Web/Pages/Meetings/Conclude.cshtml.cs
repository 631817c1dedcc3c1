using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Meetings;
using DiemSang.Modules.Meetings.Minutes;
using DiemSang.Modules.Shared.Data;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Pages.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Meetings;

/// <summary>A conclusion becomes work: a unit, a person, a date.</summary>
public sealed class ConcludeModel(MeetingReader reader, DiemSangDbContext db, IStringLocalizer texts) : MeetingPage(reader)
{
    [BindProperty]
    public ConclusionInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Units = await db.UnitsToChooseAsync(Actor, texts["Chọn đơn vị"]);
        People = await db.PeopleToChooseAsync(Actor, texts["Do người đứng đầu phân công"]);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (ModelState.IsValid && Input.DueOn < Meeting.Day)
        {
            ModelState.AddModelError("Input.DueOn", texts["Thời hạn phải từ ngày họp trở đi."]);
        }

        if (!ModelState.IsValid || !await Input.IsOfAsync(db, Actor))
        {
            await OnGetAsync();
            return Refused();
        }

        db.Conclusions.Add(new Conclusion
        {
            OrganisationId = Meeting.OrganisationId, MeetingId = Meeting.Id, Position = Meeting.Conclusions.Count + 1,
            Text = Input.Text!, UnitId = Input.Unit!.Value, PersonId = Input.Person, DueOn = Input.DueOn!.Value,
        });
        await db.SaveAsync(Actor.To("meetings.conclude"));
        this.Say(texts["Đã giao việc theo kết luận."]);
        return Redirect(Path);
    }

    public sealed class ConclusionInput : OwedInput
    {
        [Display(Name = "Nội dung kết luận"), DataType(DataType.MultilineText), Required(ErrorMessage = "Nhập nội dung kết luận."), StringLength(Conclusion.TextMaxLength, ErrorMessage = "Dài tối đa 2.000 ký tự.")]
        public string? Text { get; set; }
    }
}
