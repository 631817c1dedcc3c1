using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Meetings;
using DiemSang.Modules.Meetings.Minutes;
using DiemSang.Modules.Shared.Data;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Pages.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
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

        if (!ModelState.IsValid || !await IsOwnAsync())
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

    private async Task<bool> IsOwnAsync() =>
        await db.Units.AnyAsync(unit => unit.OrganisationId == Actor.OrganisationId && unit.Id == Input.Unit)
        && (Input.Person is null || await db.People.AnyAsync(person => person.OrganisationId == Actor.OrganisationId && person.Id == Input.Person));

    public sealed class ConclusionInput
    {
        [Display(Name = "Nội dung kết luận"), DataType(DataType.MultilineText), Required(ErrorMessage = "Nhập nội dung kết luận."), StringLength(Conclusion.TextMaxLength, ErrorMessage = "Dài tối đa 2.000 ký tự.")]
        public string? Text { get; set; }

        [Display(Name = "Đơn vị thực hiện"), Required(ErrorMessage = "Chọn đơn vị.")]
        public Guid? Unit { get; set; }

        [Display(Name = "Người thực hiện")]
        public Guid? Person { get; set; }

        [Display(Name = "Thời hạn"), Required(ErrorMessage = "Nhập thời hạn.")]
        public DateOnly? DueOn { get; set; }
    }
}
