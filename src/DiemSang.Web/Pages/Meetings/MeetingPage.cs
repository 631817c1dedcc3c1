using DiemSang.Modules.Access;
using DiemSang.Modules.Meetings;
using DiemSang.Modules.Meetings.Minutes;
using DiemSang.Modules.Shared.Data;
using DiemSang.Web.Infrastructure.Security;
using DiemSang.Web.Pages.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Meetings;

/// <summary>A page about the meeting in its address: it opens for those who may see it, its forms for those who keep it.</summary>
public abstract class MeetingPage(MeetingReader reader) : PageModel
{
    public Actor Actor => HttpContext.Actor();
    public MeetingFile Opened { get; private set; } = null!;
    public Meeting Meeting => Opened.Meeting;
    public bool MayKeep => Actor.MayKeep(Meeting);
    public string Path => $"/meetings/{Meeting.Id}";

    /// <summary>The page is a form: only those who keep the meeting open it.</summary>
    protected virtual bool IsForKeepers => true;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var file = context.RouteData.Values["id"] is string text && Guid.TryParse(text, out var id) ? await reader.OpenAsync(Actor, id, HttpContext.RequestAborted) : null;
        if (file is null)
        {
            context.Result = NotFound();
            return;
        }

        Opened = file;
        if (IsForKeepers && !MayKeep)
        {
            context.Result = Forbid();
            return;
        }

        await next();
    }

    /// <summary>Somebody else changed the meeting after this form was shown; it keeps what the person typed beside what was saved.</summary>
    public bool HasMovedOn { get; private set; }

    /// <summary>
    /// Saves what was changed about the meeting, on the version that the form was made from: agenda and guests are rows of their own, but two
    /// people who fill in one meeting's form are two editors of one thing.
    /// </summary>
    /// <returns>False when somebody else has saved since; the meeting is then read again.</returns>
    protected async Task<bool> TrySaveAsync(DiemSangDbContext db, int seenVersion, string verb)
    {
        db.Entry(Meeting).Property(meeting => meeting.Version).IsModified = true;
        if (await db.TrySaveAsync(Meeting, seenVersion, Actor.To(verb)))
        {
            return true;
        }

        Opened = (await reader.OpenAsync(Actor, Meeting.Id, HttpContext.RequestAborted))!;
        HasMovedOn = true;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return false;
    }

    protected IActionResult Refused()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
