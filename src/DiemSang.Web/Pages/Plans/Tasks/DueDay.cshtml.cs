using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Working;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Tasks;

/// <summary>The document that an open deadline waited for has come: its number and the day it sets.</summary>
public sealed class DueDayModel(TaskReader tasks, DueDays dueDays, IStringLocalizer texts) : PageModel
{
    public TaskRecord Record { get; private set; } = null!;
    public Occurrence Occurrence { get; private set; } = null!;

    [BindProperty, Display(Name = "Văn bản làm căn cứ"), Required(ErrorMessage = "Ghi số, ngày của văn bản."), StringLength(DueDays.BasisMaxLength, ErrorMessage = "Căn cứ dài tối đa 200 ký tự.")]
    public string? Basis { get; set; }

    [BindProperty, Display(Name = "Hạn hoàn thành"), Required(ErrorMessage = "Nhập ngày cuối cùng được coi là đúng hạn.")]
    public DateOnly? DueOn { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid occurrence, CancellationToken cancel)
    {
        if (await FindAsync(id, occurrence, cancel) is { } refusal)
        {
            return refusal;
        }

        (Basis, DueOn) = (Occurrence.DueBasis, Occurrence.DueOn);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid occurrence, CancellationToken cancel)
    {
        if (await FindAsync(id, occurrence, cancel) is { } refusal)
        {
            return refusal;
        }

        var outcome = ModelState.IsValid ? await dueDays.SetAsync(HttpContext.Actor(), occurrence, DueOn!.Value, Basis!, cancel) : (DueDayOutcome?)null;
        switch (outcome)
        {
            case DueDayOutcome.Set:
                this.Say(texts["Đã ghi hạn của {0}.", Record.UnitName(Occurrence.UnitId)]);
                return Redirect($"/plans/tasks/{id}");
            case DueDayOutcome.HasDay or DueDayOutcome.ChangedMeanwhile:
                return StatusCode(StatusCodes.Status409Conflict);
            case DueDayOutcome.BeforeItsPeriod:
                ModelState.AddModelError(nameof(DueOn), texts["Hạn không thể trước ngày bắt đầu của kỳ ({0}).", Occurrence.FromDate.ToString("dd/MM/yyyy")]);
                break;
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<IActionResult?> FindAsync(Guid id, Guid occurrence, CancellationToken cancel)
    {
        var actor = HttpContext.Actor();
        Record = (await tasks.OpenAsync(actor, id, cancel))!;
        Occurrence = Record?.Occurrences.FirstOrDefault(one => one.Id == occurrence)!;
        return Occurrence is null ? NotFound() : actor.MaySetDueDay(Occurrence.UnitId) ? null : Forbid();
    }
}
