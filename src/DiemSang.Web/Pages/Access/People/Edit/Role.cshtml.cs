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

namespace DiemSang.Web.Pages.Access.People.Edit;

/// <summary>Gives a person a role for a time, and ends one. A role is never changed into another: the history stays readable.</summary>
public sealed class RoleModel(DiemSangDbContext db, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    public Person Person { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    [BindProperty]
    public RoleInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        Input.From = clock.Today();
        return await FindAsync(id) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await FindAsync(id))
        {
            return NotFound();
        }

        var unit = Input.Unit is { } chosen ? await db.FindUnitAsync(HttpContext.Actor(), chosen) : null;
        Check(unit);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var isWide = Appointment.IsOrganisationWide(Input.Role!.Value);
        var held = new Appointment(Person, Input.Role.Value, Input.From!.Value, isWide ? null : unit, Input.IsActing);
        if (Input.To is { } lastDay)
        {
            held.End(lastDay);
        }

        db.Appointments.Add(held);
        await db.SaveAsync(HttpContext.Actor().To("access.appoint"));
        this.Say(texts["Đã giao vai trò cho {0}.", Person.FullName]);
        return Redirect($"/access/people/{id}");
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, Guid appointment)
    {
        ModelState.Clear();
        var actor = HttpContext.Actor();
        var held = await db.Appointments.SingleOrDefaultAsync(one => one.OrganisationId == actor.OrganisationId && one.PersonId == id && one.Id == appointment);
        if (held is null)
        {
            return NotFound();
        }

        if (held.Role == Role.Administrator && id == actor.PersonId)
        {
            this.Say(texts["Bạn không tự kết thúc vai trò quản trị của mình được. Nhờ một người quản trị khác."]);
            return Redirect($"/access/people/{id}");
        }

        held.End(clock.Today() < held.FromDate ? held.FromDate : clock.Today());
        await db.SaveAsync(actor.To("access.end-appointment"));
        this.Say(texts["Vai trò kết thúc hết hôm nay."]);
        return Redirect($"/access/people/{id}");
    }

    private void Check(Unit? unit)
    {
        if (Input.Role is { } role && !Appointment.IsOrganisationWide(role) && unit is not { ClosedOn: null })
        {
            ModelState.AddModelError("Input.Unit", texts["Chọn đơn vị mà người này giữ vai trò."]);
        }

        if (Input.To < Input.From)
        {
            ModelState.AddModelError("Input.To", texts["Ngày cuối phải từ ngày đầu trở đi."]);
        }
    }

    private async Task<bool> FindAsync(Guid id)
    {
        Person = (await db.FindPersonAsync(HttpContext.Actor(), id))!;
        Units = (await db.OpenUnitsAsync(HttpContext.Actor())).ToChoices(texts["Cả cơ quan"]);
        return Person is { LeftOn: null };
    }

    public sealed class RoleInput
    {
        [Display(Name = "Vai trò"), Required(ErrorMessage = "Chọn vai trò.")]
        public Role? Role { get; set; }

        [Display(Name = "Đơn vị")]
        public Guid? Unit { get; set; }

        [Display(Name = "Quyền, phụ trách")]
        public bool IsActing { get; set; }

        [Display(Name = "Từ ngày"), Required(ErrorMessage = "Nhập ngày bắt đầu.")]
        public DateOnly? From { get; set; }

        [Display(Name = "Đến hết ngày")]
        public DateOnly? To { get; set; }
    }
}
