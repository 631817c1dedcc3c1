using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Working;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Tasks;

/// <summary>The head gives the unit's task to one of its people, and stays accountable.</summary>
public sealed class AssignModel(TaskReader tasks, TaskAssigner assigner, IStringLocalizer texts) : PageModel
{
    public TaskRecord Record { get; private set; } = null!;
    public TaskPart Part { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    [BindProperty, Display(Name = "Người thực hiện")]
    public Guid? Person { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid unit, CancellationToken cancel)
    {
        if (await FindAsync(id, unit, cancel) is { } refusal)
        {
            return refusal;
        }

        (Person, Version) = (Part.Assignment.PersonId, Part.Assignment.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid unit, CancellationToken cancel)
    {
        if (await FindAsync(id, unit, cancel) is { } refusal)
        {
            return refusal;
        }

        var outcome = await assigner.AssignAsync(HttpContext.Actor(), Part.Assignment.Id, Person, Version, cancel);
        switch (outcome)
        {
            case AssignOutcome.Assigned:
                this.Say(texts["Đã ghi người thực hiện của {0}.", Part.UnitName]);
                return Redirect($"/plans/tasks/{id}");
            case AssignOutcome.NotOfTheUnit:
                ModelState.AddModelError(nameof(Person), texts["Người này không còn làm việc ở {0}. Chọn người khác.", Part.UnitName]);
                Response.StatusCode = StatusCodes.Status400BadRequest;
                return Page();
            default:
                return StatusCode(StatusCodes.Status409Conflict);
        }
    }

    private async Task<IActionResult?> FindAsync(Guid id, Guid unit, CancellationToken cancel)
    {
        var actor = HttpContext.Actor();
        Record = (await tasks.OpenAsync(actor, id, cancel))!;
        Part = Record?.Parts.FirstOrDefault(part => part.Assignment.UnitId == unit && part.Assignment.Duty == Duty.Lead)!;
        if (Part is null)
        {
            return NotFound();
        }

        if (!actor.MayAssign(unit))
        {
            return Forbid();
        }

        var people = await assigner.PeopleOf(actor.OrganisationId, unit).ToListAsync(cancel);
        People = [new(texts["Cả đơn vị (chưa giao riêng cho ai)"], ""), .. people.Select(person => new SelectListItem(person.FullName, person.Id.ToString()))];
        return null;
    }
}
