using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Plans.Obstacles;
using DiemSang.Modules.Plans.Working;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Plans.Decisions;

/// <summary>One obstacle, and the decision of the person asked: once given it stays, with who and when.</summary>
public sealed class DecideModel(ObstacleDesk obstacles, IStringLocalizer texts) : PageModel
{
    public RaisedObstacle Raised { get; private set; } = null!;

    /// <summary>Somebody else was quicker: what this person wrote is shown beside what holds.</summary>
    public string? Typed { get; private set; }

    [BindProperty, Display(Name = "Quyết định"), DataType(DataType.MultilineText), Required(ErrorMessage = "Ghi quyết định."),
     StringLength(Obstacle.DecisionMaxLength, ErrorMessage = "Quyết định dài tối đa 2.000 ký tự.")]
    public string? Decision { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } refusal)
        {
            return refusal;
        }

        if (!HttpContext.Actor().MayDecide(Raised.Obstacle))
        {
            return Forbid();
        }

        if (!ModelState.IsValid)
        {
            return this.AskAgain();
        }

        if (await obstacles.DecideAsync(HttpContext.Actor(), id, Decision!, cancel) == DecisionOutcome.NoLongerOpen)
        {
            await FindAsync(id, cancel);
            Typed = Decision;
            return this.ShowBoth();
        }

        this.Say(texts["Đã ghi quyết định; {0} thấy trong việc của mình.", Raised.RaisedName]);
        return Redirect("/plans/decisions");
    }

    private async Task<IActionResult?> FindAsync(Guid id, CancellationToken cancel)
    {
        Raised = (await obstacles.FindAsync(HttpContext.Actor(), id, cancel))!;
        return Raised is null ? NotFound() : null;
    }
}
