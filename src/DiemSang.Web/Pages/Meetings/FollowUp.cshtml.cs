using DiemSang.Modules.Meetings.FollowUp;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace DiemSang.Web.Pages.Meetings;

/// <summary>What meetings decided and is not done: everything for leaders, the own work for others.</summary>
public sealed class FollowUpModel(ConclusionList list) : PageModel
{
    public IReadOnlyList<ConclusionLine> Lines { get; private set; } = [];

    public async Task OnGetAsync() => Lines = await list.OpenAsync(HttpContext.Actor(), mine: false);
}
