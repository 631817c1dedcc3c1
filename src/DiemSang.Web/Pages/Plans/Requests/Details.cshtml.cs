using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Plans.Requests;
using DiemSang.Modules.Plans.Working;
using DiemSang.Modules.Shared.Files;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Requests;

/// <summary>What a unit is asked: its people answer, whoever asked closes.</summary>
[RequestSizeLimit(52 * 1024 * 1024), EnableRateLimiting(Policies.Uploads)]
public sealed class DetailsModel(RequestDesk requests, ReportFiles files, IStringLocalizer texts) : PageModel
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

        var file = await FileAsync(cancel);
        if (!ModelState.IsValid)
        {
            return await AskAgainAsync(file, cancel);
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

    /// <summary>The file chosen now, else the one kept from a refused sending.</summary>
    private async Task<StoredFile?> FileAsync(CancellationToken cancel)
    {
        if (Input.Upload is null)
        {
            return Input.KeptFile is { } kept ? await files.FindKeptAsync(HttpContext.Actor(), kept, cancel) : null;
        }

        await using var content = Input.Upload.OpenReadStream();
        var (file, refusal) = await files.TakeInAsync(HttpContext.Actor(), content, Input.Upload.FileName, cancel);
        if (refusal is not null)
        {
            ModelState.AddModelError("Input.Upload", texts[refusal]);
        }

        return file;
    }

    private async Task<PageResult> AskAgainAsync(StoredFile? file, CancellationToken cancel)
    {
        if (file is not null)
        {
            await files.KeepAsync(HttpContext.Actor(), cancel);
            Input.KeptFile = file.Id;
            ModelState.Remove("Input.KeptFile");
        }

        return this.AskAgain();
    }

    public sealed class AnswerInput
    {
        [Display(Name = "Trả lời"), DataType(DataType.MultilineText), Required(ErrorMessage = "Ghi câu trả lời."),
         StringLength(UnitRequest.TextMaxLength, ErrorMessage = "Câu trả lời dài tối đa 2.000 ký tự.")]
        public string? Answer { get; set; }

        [Display(Name = "Tệp hoặc ảnh")]
        public IFormFile? Upload { get; set; }

        /// <summary>A file that was taken in with an earlier, refused sending of this form.</summary>
        public Guid? KeptFile { get; set; }
    }
}
