using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Access.Mandates;

public sealed class AddModel(DiemSangDbContext db, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    [BindProperty]
    public MandateInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Input.FirstDay = clock.Today();
        await ListPeopleAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var actor = HttpContext.Actor();
        var from = Input.From is { } giver ? await db.FindPersonAsync(actor, giver) : null;
        var to = Input.To is { } taker ? await db.FindPersonAsync(actor, taker) : null;
        if (!IsSound(from, to))
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            await ListPeopleAsync();
            return Page();
        }

        db.Mandates.Add(new Mandate(from!, to!, Input.FirstDay!.Value, Input.LastDay!.Value, Input.Decision));
        await db.SaveAsync(actor.To("access.mandate", Input.Decision));
        this.Say(texts["{0} làm thay {1} trong thời hạn đã ghi.", to!.FullName, from!.FullName]);
        return Redirect("/access/mandates");
    }

    private bool IsSound(Person? from, Person? to)
    {
        if (Input.From is not null && Input.From == Input.To)
        {
            ModelState.AddModelError("Input.To", texts["Chọn người nhận khác người ủy quyền."]);
        }

        if (Input.LastDay < Input.FirstDay)
        {
            ModelState.AddModelError("Input.LastDay", texts["Ngày cuối phải từ ngày đầu trở đi."]);
        }

        return ModelState.IsValid && from is { LeftOn: null } && to is { LeftOn: null };
    }

    private async Task ListPeopleAsync()
    {
        var people = await db.People
            .Where(person => person.OrganisationId == HttpContext.Actor().OrganisationId && person.LeftOn == null)
            .OrderBy(person => person.SortName)
            .ToListAsync();
        People = [new(texts["Chọn người"], ""), .. people.Select(person => new SelectListItem(person.FullName, person.Id.ToString()))];
    }

    public sealed class MandateInput
    {
        [Display(Name = "Người ủy quyền"), Required(ErrorMessage = "Chọn người ủy quyền.")]
        public Guid? From { get; set; }

        [Display(Name = "Người nhận"), Required(ErrorMessage = "Chọn người nhận.")]
        public Guid? To { get; set; }

        [Display(Name = "Từ ngày"), Required(ErrorMessage = "Nhập ngày bắt đầu.")]
        public DateOnly? FirstDay { get; set; }

        [Display(Name = "Đến hết ngày"), Required(ErrorMessage = "Nhập ngày cuối.")]
        public DateOnly? LastDay { get; set; }

        [Display(Name = "Căn cứ"), StringLength(Mandate.DecisionMaxLength, ErrorMessage = "Căn cứ dài tối đa 200 ký tự.")]
        public string? Decision { get; set; }
    }
}
