using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Following;
using DiemSang.Modules.Plans.Working;
using DiemSang.Modules.Shared;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Tasks;

/// <summary>What a unit's number was before the plan, on which day, by which source: without it "tăng tỷ lệ" cannot be judged.</summary>
public sealed class BaseModel(TaskReader tasks, TaskFollowing following, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    public TaskRecord Record { get; private set; } = null!;
    public TaskPart Part { get; private set; } = null!;

    [BindProperty]
    public BaseInput Input { get; set; } = new();

    /// <summary>Somebody else was quicker: both versions are shown.</summary>
    public bool IsConflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid unit, CancellationToken cancel)
    {
        if (await FindAsync(id, unit, cancel) is { } refusal)
        {
            return refusal;
        }

        Input = BaseInput.Of(Part.Assignment);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid unit, CancellationToken cancel)
    {
        if (await FindAsync(id, unit, cancel) is { } refusal)
        {
            return refusal;
        }

        if (Input.On > clock.Today())
        {
            ModelState.AddModelError("Input.On", texts["Ngày của số gốc không thể sau hôm nay."]);
        }

        if (!ModelState.IsValid)
        {
            return this.AskAgain();
        }

        var outcome = await following.SetBaseAsync(HttpContext.Actor(), Part.Assignment.Id, Input.ToNumber(), Input.Version, cancel);
        if (outcome == FollowingOutcome.ChangedMeanwhile)
        {
            IsConflict = true;
            ModelState.Remove("Input.Version");
            Input.Version = Part.Assignment.Version;
            return this.ShowBoth();
        }

        this.Say(texts["Đã ghi số gốc của {0}.", Part.UnitName]);
        return Redirect($"/plans/tasks/{id}");
    }

    private async Task<IActionResult?> FindAsync(Guid id, Guid unit, CancellationToken cancel)
    {
        Record = (await tasks.OpenAsync(HttpContext.Actor(), id, cancel))!;
        Part = Record?.Leads.FirstOrDefault(part => part.Assignment.UnitId == unit)!;
        return Part is null ? NotFound() : HttpContext.Actor().MaySetBase(unit) ? null : Forbid();
    }

    public sealed class BaseInput : CountedInput
    {
        public int Version { get; set; }

        public static BaseInput Of(Assignment part) => new() { Version = part.Version, Numerator = part.BaseNumerator, Denominator = part.BaseDenominator, On = part.BaseOn, Source = part.BaseSource };
    }
}
