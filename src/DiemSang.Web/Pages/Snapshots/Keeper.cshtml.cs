using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Snapshots;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Snapshots;

public sealed class KeeperModel(DiemSangDbContext db, KeeperRoster roster, IStringLocalizer texts) : PageModel
{
    [BindProperty]
    public KeeperInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Duties =>
        [new(texts["Người giữ bảng"], nameof(KeeperDuty.Keeper)), new(texts["Người thay khi vắng"], nameof(KeeperDuty.Deputy))];

    public Task OnGetAsync() => ListPeopleAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = ModelState.IsValid ? await roster.AppointAsync(HttpContext.Actor(), Input.Person!.Value, Input.Duty!.Value, Input.Decision) : KeeperOutcome.NotFound;
        if (outcome == KeeperOutcome.Appointed)
        {
            this.Say(texts["Đã giao việc giữ bảng."]);
            return Redirect("/snapshots");
        }

        if (ModelState.IsValid)
        {
            ModelState.AddModelError("Input.Person", outcome == KeeperOutcome.HoldsTheOtherDuty ? texts["Người này đang giữ việc kia. Chọn người khác."] : texts["Chọn người."]);
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        await ListPeopleAsync();
        return Page();
    }

    private async Task ListPeopleAsync()
    {
        var people = await db.People.Where(one => one.OrganisationId == HttpContext.Actor().OrganisationId && one.LeftOn == null).OrderBy(one => one.SortName).ToListAsync();
        People = [new(texts["Chọn người"], ""), .. people.Select(one => new SelectListItem(one.FullName, one.Id.ToString()))];
    }

    public sealed class KeeperInput
    {
        [Display(Name = "Người"), Required(ErrorMessage = "Chọn người.")]
        public Guid? Person { get; set; }

        [Display(Name = "Việc"), Required(ErrorMessage = "Chọn việc giao.")]
        public KeeperDuty? Duty { get; set; }

        [Display(Name = "Căn cứ"), StringLength(BoardKeeper.DecisionMaxLength, ErrorMessage = "Căn cứ dài tối đa 200 ký tự.")]
        public string? Decision { get; set; }
    }
}
