using System.ComponentModel.DataAnnotations;
using DiemSang.Modules.Reminders.Reading;
using DiemSang.Modules.Shared.Data;
using DiemSang.Web.Infrastructure.Security;
using DiemSang.Web.Infrastructure.TagHelpers;
using DiemSang.Web.Pages.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Reminders.Log;

/// <summary>Who was reminded of what, when, by whom, and what they answered (LDR-09).</summary>
public sealed class IndexModel(ReminderLog log, DiemSangDbContext db, IStringLocalizer texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public LogQuery Query { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = PageLinksTagHelper.Parameter)]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<ReminderLogLine> Lines { get; private set; } = [];
    public int Total { get; private set; }
    public int Pages => (Total + ReminderLog.PageSize - 1) / ReminderLog.PageSize;
    public IReadOnlyList<SelectListItem> Units { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Shows =>
    [
        new(texts["Mọi lần nhắc"], nameof(LogShow.All)), new(texts["Chưa trả lời"], nameof(LogShow.Unanswered)), new(texts["Đôn đốc"], nameof(LogShow.Urging)),
    ];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        PageNumber = Math.Max(1, PageNumber);
        var actor = HttpContext.Actor();
        var filter = new ReminderLogFilter(Query.Unit, Query.Show == LogShow.Unanswered, Query.Show == LogShow.Urging, PageNumber);
        (Lines, Total) = await log.FindAsync(actor, filter, cancel);
        var units = await db.OpenUnitsAsync(actor);
        Units = units.Where(unit => actor.SeesWholeOrganisation || actor.WorksIn(unit.Id)).ToChoices(texts["Mọi đơn vị"]);
    }

    public enum LogShow { All, Unanswered, Urging }

    public sealed class LogQuery
    {
        [FromQuery(Name = "unit"), Display(Name = "Đơn vị")]
        public Guid? Unit { get; set; }

        [FromQuery(Name = "show"), Display(Name = "Xem")]
        public LogShow Show { get; set; }
    }
}
