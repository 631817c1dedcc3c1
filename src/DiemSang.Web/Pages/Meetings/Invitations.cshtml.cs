using DiemSang.Modules.Meetings.Minutes;
using DiemSang.Modules.Shared;
using DiemSang.Web.Pages.Snapshots;
using Microsoft.AspNetCore.Mvc;

namespace DiemSang.Web.Pages.Meetings;

/// <summary>The invitation as a document: one for everybody, or one for each guest.</summary>
public sealed class InvitationsModel(MeetingReader reader, TimeProvider clock) : MeetingPage(reader)
{
    protected override bool IsForKeepers => false;

    public void OnGet()
    {
    }

    /// <param name="guest">Null for one invitation that names them all.</param>
    public IActionResult OnGetDocx(Guid? guest)
    {
        var invited = Meeting.Guests.FindAll(one => guest is null || one.Id == guest);
        return invited.Count == 0
            ? NotFound()
            : this.Download($"giay-moi-{Meeting.Day:yyyy-MM-dd}.docx", output => InvitationPaper.WriteDocx(Meeting, Opened.Names, invited, invited[0].InvitedOn ?? clock.Today(), output));
    }
}
