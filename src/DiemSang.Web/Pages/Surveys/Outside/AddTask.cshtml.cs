using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Surveys.Outside;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Pages.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Surveys.Outside;

/// <summary>Work for the survey team: what, which unit, who, by when.</summary>
public sealed class AddTaskModel(OutsideSurveyList surveys, DiemSangDbContext db, IStringLocalizer texts) : OutsidePage(surveys)
{
    [BindProperty]
    public SupportInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Units = await db.UnitsToChooseAsync(Actor, texts["Chọn đơn vị"]);
        People = await db.PeopleToChooseAsync(Actor, texts["Do người đứng đầu phân công"]);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (ModelState.IsValid && Input.DueOn > Survey.ToDate)
        {
            ModelState.AddModelError("Input.DueOn", texts["Thời hạn phải trong hoặc trước thời gian điều tra, đến hết {0:dd/MM/yyyy}.", Survey.ToDate]);
        }

        if (!ModelState.IsValid || !await Input.IsOfAsync(db, Actor))
        {
            await OnGetAsync();
            return Refused();
        }

        db.Add(new SupportTask
        {
            OrganisationId = Survey.OrganisationId, OutsideSurveyId = Survey.Id, Text = Input.Text!, UnitId = Input.Unit!.Value, PersonId = Input.Person, DueOn = Input.DueOn!.Value,
        });
        await db.SaveAsync(Actor.To("surveys.add-support"));
        this.Say(texts["Đã giao việc hỗ trợ."]);
        return Redirect(Path);
    }

    public sealed class SupportInput : OwedInput
    {
        [Display(Name = "Việc hỗ trợ"), DataType(DataType.MultilineText), Required(ErrorMessage = "Nhập việc hỗ trợ."), StringLength(SupportTask.TextMaxLength, ErrorMessage = "Dài tối đa 1.000 ký tự.")]
        public string? Text { get; set; }
    }
}
