using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Plans.Returning;
using DiemSang.Modules.Plans.Working;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Tasks;

/// <summary>Sends an empty or careless update back with a reason.</summary>
public sealed class ReturnModel(TaskReader tasks, UpdateReturner returner, IStringLocalizer texts) : PageModel
{
    public TaskRecord Record { get; private set; } = null!;
    public SaidUpdate Said { get; private set; } = null!;

    [BindProperty, Display(Name = "Lý do"), DataType(DataType.MultilineText), Required(ErrorMessage = "Ghi lý do để người gửi biết cần làm gì."),
     StringLength(UpdateReturn.ReasonMaxLength, ErrorMessage = "Lý do dài tối đa 500 ký tự.")]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid update, CancellationToken cancel) => await FindAsync(id, update, cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid update, CancellationToken cancel)
    {
        if (await FindAsync(id, update, cancel) is { } refusal)
        {
            return refusal;
        }

        if (!ModelState.IsValid)
        {
            return this.AskAgain();
        }

        var outcome = await returner.ReturnAsync(HttpContext.Actor(), update, Reason!, cancel);
        this.Say(outcome == ReturnOutcome.Returned
            ? texts["Đã trả lại cập nhật của {0}.", Said.PersonName ?? ""]
            : texts["Chưa trả lại: đơn vị vừa cập nhật lại, hoặc cập nhật này đã được trả lại. Xem lịch sử dưới đây."]);
        return Redirect($"/plans/tasks/{id}");
    }

    private async Task<IActionResult?> FindAsync(Guid id, Guid update, CancellationToken cancel)
    {
        var actor = HttpContext.Actor();
        Record = (await tasks.OpenAsync(actor, id, cancel))!;
        Said = Record?.History.FirstOrDefault(said => said.Id == update)!;
        return Said is null ? NotFound() : actor.MayReturn(Record!.Occurrences.First(one => one.Id == Said.OccurrenceId).UnitId, Said.PersonId) ? null : Forbid();
    }
}
