using System.ComponentModel.DataAnnotations;
using DiemSang.Core.Planning;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Following;
using DiemSang.Modules.Plans.Working;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Tasks;

/// <summary>What a task asks of its updates: proof when done, a direction for its number, the rhythm of its check-ins.</summary>
public sealed class FollowModel(TaskReader tasks, TaskFollowing following, IStringLocalizer texts) : PageModel
{
    public TaskRecord Record { get; private set; } = null!;

    [BindProperty]
    public FollowInput Input { get; set; } = new();

    /// <summary>Somebody else was quicker: both versions are shown.</summary>
    public bool IsConflict { get; private set; }
    public bool IsContinuous => Record.Task.Row.DeadlineKind == DeadlineKind.Continuous;
    public IReadOnlyList<SelectListItem> Directions => [new(texts["Không so sánh"], ""), .. Enum.GetValues<Direction>().Select(one => new SelectListItem(texts.Of(one), one.ToString()))];
    public IReadOnlyList<SelectListItem> Rhythms => [.. Enum.GetValues<Rhythm>().Select(one => new SelectListItem(texts.Of(one), one.ToString()))];
    public string Stored => string.Join("; ", new[]
    {
        Record.Task.NeedsEvidence ? texts["cần tài liệu khi hoàn thành"].Value : texts["không bắt buộc tài liệu"].Value,
        Record.Task.Direction is { } direction ? texts.Of(direction) : texts["Không so sánh"].Value, texts.Of(Record.Task.Rhythm),
    });

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } refusal)
        {
            return refusal;
        }

        Input = FollowInput.Of(Record.Task);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } refusal)
        {
            return refusal;
        }

        if (!ModelState.IsValid)
        {
            return this.AskAgain();
        }

        var outcome = await following.DemandAsync(HttpContext.Actor(), id, Input.ToDemands(Record.Task), Input.Version, cancel);
        if (outcome == FollowingOutcome.ChangedMeanwhile)
        {
            IsConflict = true;
            ModelState.Remove("Input.Version");
            Input.Version = Record.Task.Version;
            return this.ShowBoth();
        }

        this.Say(texts["Đã lưu cách theo dõi."]);
        return Redirect($"/plans/tasks/{id}");
    }

    private async Task<IActionResult?> FindAsync(Guid id, CancellationToken cancel)
    {
        Record = (await tasks.OpenAsync(HttpContext.Actor(), id, cancel))!;
        return Record is null ? NotFound() : HttpContext.Actor().MayFollow() ? null : Forbid();
    }

    public sealed class FollowInput
    {
        public int Version { get; set; }

        [Display(Name = "Báo hoàn thành phải kèm tệp hoặc số văn bản")]
        public bool NeedsEvidence { get; set; }

        [Display(Name = "Số liệu cần đi theo hướng nào?")]
        public Direction? Direction { get; set; }

        [Display(Name = "Hỏi tiến độ việc thường xuyên")]
        public Rhythm? Rhythm { get; set; }

        public static FollowInput Of(PlanTask task) => new() { Version = task.Version, NeedsEvidence = task.NeedsEvidence, Direction = task.Direction, Rhythm = task.Rhythm };

        public TaskDemands ToDemands(PlanTask task) => new(NeedsEvidence, Direction, Rhythm ?? task.Rhythm);
    }
}
