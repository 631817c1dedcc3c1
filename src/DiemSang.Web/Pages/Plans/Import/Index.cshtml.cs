using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Importing;
using DiemSang.Modules.Plans.Reviewing;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Import;

/// <summary>Takes a plan file in, new or corrected, and sends the person to its reading.</summary>
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
[EnableRateLimiting(Policies.Uploads)]
public sealed class IndexModel(PlanImporter importer, PlanReview plans, IStringLocalizer texts) : PageModel
{
    /// <summary>A little more than the file store takes, so that its own sentence says what to do.</summary>
    private const int MostBytes = 55 * 1024 * 1024;

    /// <summary>The plan that the file corrects.</summary>
    [BindProperty(SupportsGet = true, Name = "plan")]
    public Guid? PlanId { get; set; }

    [BindProperty, Display(Name = "Tệp kế hoạch"), Required(ErrorMessage = "Chọn tệp kế hoạch.")]
    public IFormFile? Upload { get; set; }

    public Plan? Corrected { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindCorrectedAsync(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindCorrectedAsync(cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.AskAgain();
        }

        await using var content = Upload!.OpenReadStream();
        return await importer.UploadAsync(HttpContext.Actor(), content, Upload.FileName, PlanId, cancel) switch
        {
            UploadOutcome.Accepted accepted => Redirect(PlanLinks.Reading(accepted.ImportId)),
            UploadOutcome.AlreadyPlan known => NothingNew(known.PlanId),
            UploadOutcome.Refused refused => Refuse(refused.Reason),
            var other => throw new InvalidOperationException($"Unknown outcome {other}."),
        };
    }

    private RedirectResult NothingNew(Guid planId)
    {
        this.Say(texts["Tệp này đã được nhập thành kế hoạch dưới đây. Không có gì thay đổi."]);
        return Redirect(PlanLinks.Plan(planId));
    }

    private PageResult Refuse(string reason)
    {
        ModelState.AddModelError(nameof(Upload), reason);
        return this.AskAgain();
    }

    private async Task<bool> FindCorrectedAsync(CancellationToken cancel)
    {
        Corrected = PlanId is { } id ? (await plans.FindAsync(HttpContext.Actor(), id, cancel))?.Plan : null;
        return PlanId is null || Corrected is not null;
    }
}
