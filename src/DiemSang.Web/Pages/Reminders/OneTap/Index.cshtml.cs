using System.Security.Claims;
using DiemSang.Modules.Reminders;
using DiemSang.Modules.Reminders.Links;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Reminders.OneTap;

/// <summary>Where the link of a letter lands: it opens its one form, or asks to sign in first. Looking changes nothing, so mail scanners may look.</summary>
public sealed class IndexModel(OneTapLinks links) : PageModel
{
    /// <summary>Null when the link is no good; otherwise somebody else is signed in.</summary>
    public OpenedLink? Link { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel)
    {
        Link = await links.OpenAsync(token, cancel);
        if (Link is null)
        {
            return Page();
        }

        var form = ReminderPaths.Update(Link.Ticket.TaskId, Link.Ticket.OccurrenceId);
        if (User.Identity?.IsAuthenticated == true)
        {
            return User.FindFirstValue(ClaimTypes.NameIdentifier) == Link.AccountId?.ToString() ? Redirect(form) : Page();
        }

        if (Link.OpensForm)
        {
            OneTapGate.Admit(HttpContext, token, Link.Ticket);
        }

        // Whoever was not admitted is asked to sign in there, and comes back to the form.
        return Redirect(form);
    }
}
