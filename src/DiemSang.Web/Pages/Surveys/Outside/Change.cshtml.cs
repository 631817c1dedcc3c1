using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Surveys.Outside;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Pages.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Surveys.Outside;

/// <summary>Corrects what is known of an outside survey.</summary>
public sealed class ChangeModel(OutsideSurveyList surveys, DiemSangDbContext db, IStringLocalizer texts) : OutsidePage(surveys)
{
    [BindProperty]
    public OutsideInput Input { get; set; } = new();

    public async Task OnGetAsync()
    {
        Input = OutsideInput.Of(Survey);
        await OfferPeopleAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await Input.CheckAsync(db, Actor, ModelState, texts);
        if (ModelState.IsValid && Input.To >= Survey.ResultOn)
        {
            ModelState.AddModelError("Input.To", texts["Kết quả chính thức đã ghi ngày {0:dd/MM/yyyy}, nên điều tra phải kết thúc trước ngày đó.", Survey.ResultOn!]);
        }

        if (!ModelState.IsValid)
        {
            await OfferPeopleAsync();
            return Refused();
        }

        Input.WriteTo(Survey);
        if (!await db.TrySaveAsync(Survey, Input.Version, Actor.To("surveys.change-outside")))
        {
            await ReadTheirsAsync();
            ModelState.Remove("Input.Version");
            Input.Version = Survey.Version;
            await OfferPeopleAsync();
            return Page();
        }

        this.Say(texts["Đã lưu cuộc điều tra."]);
        return Redirect(Path);
    }

    private async Task OfferPeopleAsync() => Input.People = await db.PeopleToChooseAsync(Actor, texts["Chọn người"]);
}
