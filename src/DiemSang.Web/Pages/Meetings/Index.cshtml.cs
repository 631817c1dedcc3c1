using DiemSang.Modules.Meetings;
using DiemSang.Modules.Meetings.Planning;
using DiemSang.Modules.Shared.Data;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Web.Pages.Meetings;

/// <summary>The meetings a person may see, and the periods that have none.</summary>
public sealed class IndexModel(DiemSangDbContext db, MeetingCalendar calendar) : PageModel
{
    private const int Shown = 60;

    public bool MayPlan => HttpContext.Actor().MayPlanMeetings();
    public IReadOnlyList<MissingMeeting> Missing { get; private set; } = [];
    public IReadOnlyList<MeetingLine> Meetings { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Missing = MayPlan ? await calendar.MissingAsync(HttpContext.Actor()) : [];
        Meetings = await db.Meetings.VisibleTo(HttpContext.Actor()).OrderByDescending(meeting => meeting.StartsAt).Take(Shown)
            .Select(meeting => new MeetingLine(meeting, meeting.Conclusions.Count(conclusion => conclusion.State == ConclusionState.Open))).ToListAsync();
    }

    public sealed record MeetingLine(Meeting Meeting, int Open);
}
