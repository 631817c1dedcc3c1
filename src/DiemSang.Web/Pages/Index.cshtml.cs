using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages;

/// <summary>The front door leads to what the person came for: leaders and the focal official to the board, everyone else to their own work.</summary>
public sealed class IndexModel : PageModel
{
    public IActionResult OnGet()
    {
        var actor = HttpContext.Actor();
        return Redirect(actor.IsLeader || actor.IsFocal || !actor.UnitIds.Any() ? "/plans/board" : "/plans/my-work");
    }
}
