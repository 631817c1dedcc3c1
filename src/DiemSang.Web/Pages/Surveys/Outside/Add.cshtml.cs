using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Surveys.Outside;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using DiemSang.Web.Pages.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Surveys.Outside;

/// <summary>A survey that superiors announced, by the focal official.</summary>
public sealed class AddModel(DiemSangDbContext db, IStringLocalizer texts) : PageModel
{
    [BindProperty]
    public OutsideInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync()
    {
        if (!HttpContext.Actor().MayPlanSupport())
        {
            return Forbid();
        }

        Input.People = await db.PeopleToChooseAsync(HttpContext.Actor(), texts["Chọn người"]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var actor = HttpContext.Actor();
        if (!actor.MayPlanSupport())
        {
            return Forbid();
        }

        await Input.CheckAsync(db, actor, ModelState, texts);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await OnGetAsync();
        }

        var survey = new OutsideSurvey { OrganisationId = actor.OrganisationId };
        Input.WriteTo(survey);
        db.Add(survey);
        await db.SaveAsync(actor.To("surveys.add-outside"));
        this.Say(texts["Đã thêm cuộc điều tra. Giao các việc hỗ trợ cho đơn vị."]);
        return Redirect(OutsideLinks.Survey(survey.Id));
    }
}
