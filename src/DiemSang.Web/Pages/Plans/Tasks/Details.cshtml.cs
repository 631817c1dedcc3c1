using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans.Working;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Tasks;

/// <summary>Everything about one task: what, who, when, what was said and with which proof.</summary>
public sealed class DetailsModel(TaskReader tasks, IStringLocalizer texts) : PageModel
{
    /// <summary>Shown at once; older ones are a tap away.</summary>
    public const int RecentUpdates = 10;

    public TaskRecord Record { get; private set; } = null!;

    /// <summary>What the task asks of its updates, in words.</summary>
    public IEnumerable<string> Demands
    {
        get
        {
            yield return Record.Task.NeedsEvidence ? texts["cần tài liệu khi hoàn thành"] : texts["không bắt buộc tài liệu"];
            if (Record.Task.Direction is { } direction)
            {
                yield return direction == Direction.Up ? texts["số liệu cần tăng so với số gốc"] : texts["số liệu cần giảm so với số gốc"];
            }

            if (Record.Task.Row.DeadlineKind == DeadlineKind.Continuous)
            {
                yield return Record.Task.Rhythm == Rhythm.Weekly ? texts["hỏi tiến độ hằng tuần"] : texts["hỏi tiến độ hằng tháng"];
            }
        }
    }

    public Actor Actor => HttpContext.Actor();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        Record = (await tasks.OpenAsync(Actor, id, cancel))!;
        return Record is null ? NotFound() : Page();
    }
}
