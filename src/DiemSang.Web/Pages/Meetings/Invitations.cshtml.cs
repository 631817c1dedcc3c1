using DiemSang.Modules.Meetings.Minutes;

namespace DiemSang.Web.Pages.Meetings;

/// <summary>One invitation for each guest, to be printed.</summary>
public sealed class InvitationsModel(MeetingReader reader) : MeetingPage(reader)
{
    protected override bool IsForKeepers => false;

    public void OnGet()
    {
    }
}
