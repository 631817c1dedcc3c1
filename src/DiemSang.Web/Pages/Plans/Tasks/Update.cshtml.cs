using DiemSang.Documents.Plans;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Obstacles;
using DiemSang.Modules.Plans.Working;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Offline;
using DiemSang.Web.Infrastructure.Security;
using DiemSang.Web.Infrastructure.Uploads;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Tasks;

/// <summary>The update in three taps: open it, say how it stands, send. Number, note, document and file are there when wanted.</summary>
[RequestSizeLimit(52 * 1024 * 1024), EnableRateLimiting(Policies.Uploads)]
public sealed class UpdateModel(TaskReader tasks, ProgressReporter reporter, FormFiles files, ObstacleDesk obstacles, IStringLocalizer texts) : PageModel
{
    public TaskRecord Record { get; private set; } = null!;
    public Occurrence Occurrence { get; private set; } = null!;

    /// <summary>The last thing said about this period, if anything.</summary>
    public SaidUpdate? Last { get; private set; }
    /// <summary>The row is counted in a population: its percentage comes from two numbers.</summary>
    public bool IsRate => ResultWordsFile.Default.IsRate(Record.Task.Row.Target);
    public string UnitName => Record.UnitName(Occurrence.UnitId);

    /// <summary>Whom an obstacle may be asked of, the nearest first.</summary>
    public IReadOnlyList<SelectListItem> DecisionMakers { get; private set; } = [];

    [BindProperty]
    public UpdateInput Input { get; set; } = new();

    /// <summary>Shown after a refusal because of it: the person confirms that the number is meant.</summary>
    public bool AsksAboutNumerator { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid occurrence, CancellationToken cancel)
    {
        if (await FindAsync(id, occurrence, cancel) is { } refusal)
        {
            return refusal;
        }

        (Input.SeenVersion, Input.Key) = (Occurrence.Version, Guid.CreateVersion7());
        HttpContext.MayBeKept();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid occurrence, CancellationToken cancel)
    {
        if (await FindAsync(id, occurrence, cancel) is { } refusal)
        {
            return refusal;
        }

        var file = await files.TakeInAsync(this, Input, cancel);
        var result = ModelState.IsValid ? await reporter.ReportAsync(HttpContext.Actor(), Input.ToReport(occurrence, file), cancel) : null;
        if (result?.Fault is { } fault)
        {
            ModelState.AddModelError(UpdateInput.FieldOf(fault), Refusal(fault));
            AsksAboutNumerator = fault == ReportFault.NumeratorExceedsDenominator;
        }

        if (Input.Waited)
        {
            return WaitedAnswer.Of(ModelState, result, texts);
        }

        if (result is null || !ModelState.IsValid)
        {
            return await files.AskAgainAsync(this, Input, file, cancel);
        }

        this.Say(Thanks(result));
        return Redirect(result.SaidSince.Count > 0 ? $"/plans/tasks/{id}" : "/plans/my-work");
    }

    /// <summary>Says what to attach in the plan's own words.</summary>
    private string Refusal(ReportFault fault) => fault == ReportFault.EvidenceMissing && Record.Task.Row.Target is { } target
        ? texts["Chưa báo hoàn thành được: kế hoạch yêu cầu “{0}”. Đính kèm tệp hoặc ghi số văn bản của kết quả đó.", target]
        : texts.Of(fault);

    private string Thanks(ReportResult result) => result.SaidSince.Count == 0
        ? texts["Đã ghi cập nhật: {0} – {1}.", Record.Task.Row.Title, texts.Of(Input.State!.Value)]
        : texts["Đã ghi cập nhật của bạn. Trong lúc bạn mở trang, {0} cũng đã cập nhật ({1}); cả hai được lưu lại, trạng thái hiện tại theo cập nhật của bạn.",
            result.SaidSince[^1].PersonName ?? "", texts.Of(result.SaidSince[^1].State)];

    private async Task<IActionResult?> FindAsync(Guid id, Guid occurrence, CancellationToken cancel)
    {
        Record = (await tasks.OpenAsync(HttpContext.Actor(), id, cancel))!;
        Occurrence = Record?.Occurrences.FirstOrDefault(one => one.Id == occurrence)!;
        if (Occurrence is null)
        {
            return NotFound();
        }

        Last = Record!.History.FirstOrDefault(said => said.OccurrenceId == occurrence);
        var lead = Record.Leads.First(part => part.Assignment.UnitId == Occurrence.UnitId);
        if (!HttpContext.Actor().MayUpdate(lead.Assignment))
        {
            return Forbid();
        }

        DecisionMakers = [.. (await obstacles.DecisionMakersAsync(HttpContext.Actor(), Occurrence.UnitId, cancel)).Select(person => new SelectListItem(person.FullName, person.Id.ToString()))];
        return null;
    }
}
