using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Plans.Requests;
using DiemSang.Modules.Plans.Working;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using DiemSang.Web.Infrastructure.Uploads;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Requests;

/// <summary>What a unit is asked: its people answer, whoever asked closes.</summary>
[RequestSizeLimit(52 * 1024 * 1024), EnableRateLimiting(Policies.Uploads)]
public sealed class DetailsModel(RequestDesk requests, FormFiles files, IStringLocalizer texts) : PageModel
{
    public AskedRequest Asked { get; private set; } = null!;

    /// <summary>A colleague was quicker: what this person wrote is shown beside the answer that holds.</summary>
    public string? Typed { get; private set; }

    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } refusal)
        {
            return refusal;
        }

        var actor = HttpContext.Actor();
        if (!actor.MayAnswer(Asked.Request))
        {
            return Forbid();
        }

        var file = await files.TakeInAsync(this, Input, cancel);
        if (!ModelState.IsValid)
        {
            return await files.AskAgainAsync(this, Input, file, cancel);
        }

        if (await requests.AnswerAsync(actor, id, Input.Answer!, file, cancel) == RequestOutcome.MovedOn)
        {
            await FindAsync(id, cancel);
            Typed = Input.Answer;
            return this.ShowBoth();
        }

        this.Say(texts["Đã gửi trả lời cho {0}.", Asked.AskerName]);
        return Redirect("/plans/my-work");
    }

    public async Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } refusal)
        {
            return refusal;
        }

        if (await requests.CloseAsync(HttpContext.Actor(), id, cancel) == RequestOutcome.NotAllowed)
        {
            return Forbid();
        }

        this.Say(texts["Đã kết thúc."]);
        return Redirect($"/plans/tasks/{Asked.Request.TaskId}");
    }

    private async Task<IActionResult?> FindAsync(Guid id, CancellationToken cancel)
    {
        Asked = (await requests.FindAsync(HttpContext.Actor(), id, cancel))!;
        return Asked is null ? NotFound() : null;
    }

    public sealed class AnswerInput : UploadInput
    {
        [Display(Name = "Trả lời"), DataType(DataType.MultilineText), Required(ErrorMessage = "Ghi câu trả lời."),
         StringLength(UnitRequest.TextMaxLength, ErrorMessage = "Câu trả lời dài tối đa 2.000 ký tự.")]
        public string? Answer { get; set; }
    }
}
