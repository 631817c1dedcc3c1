using DiemSang.Modules.Reminders;
using DiemSang.Modules.Reminders.Reading;
using DiemSang.Web.Infrastructure.Security;
using DiemSang.Web.Infrastructure.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Reminders;

/// <summary>What I was asked, the newest first.</summary>
public sealed class IndexModel(NotificationList notifications) : PageModel
{
    [BindProperty(SupportsGet = true, Name = PageLinksTagHelper.Parameter)]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<NotificationLine> Lines { get; private set; } = [];
    public IReadOnlyList<WaitingNoticeLine> Waiting { get; private set; } = [];
    public IReadOnlyList<Notice> News { get; private set; } = [];
    public int Unread { get; private set; }
    public int Pages { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        PageNumber = Math.Max(1, PageNumber);
        var actor = HttpContext.Actor();
        Lines = await notifications.PageAsync(actor, PageNumber, cancel);
        Waiting = PageNumber == 1 ? await notifications.WaitingAsync(actor, cancel) : [];
        News = PageNumber == 1 ? await notifications.NewsAsync(actor, cancel) : [];
        Unread = await notifications.UnreadAsync(actor, cancel);
        Pages = (await notifications.CountAsync(actor, cancel) + NotificationList.PageSize - 1) / NotificationList.PageSize;
    }

    /// <param name="id">One to mark as read; none marks them all.</param>
    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken cancel)
    {
        await notifications.ReadAsync(HttpContext.Actor(), id, cancel);
        return Redirect("/reminders");
    }
}
