using System.Text;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Snapshots;
using DiemSang.Modules.Snapshots.Briefs;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Snapshots.Briefs;

/// <summary>The brief as it would be sent now, and those that were sent.</summary>
public sealed class IndexModel(DiemSangDbContext db, BriefDesk desk, KeeperRoster roster, IStringLocalizer texts) : PageModel
{
    private Actor Actor => HttpContext.Actor();

    public Brief Brief { get; private set; } = null!;
    public bool MayKeep { get; private set; }
    public IReadOnlyList<SentLine> Sent { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Brief = await desk.DraftAsync(Actor);
        MayKeep = await roster.MayKeepAsync(Actor);
        Sent = await (
            from sent in db.SentBriefs
            where sent.OrganisationId == Actor.OrganisationId
            join person in db.People on new { sent.OrganisationId, Id = sent.SentBy } equals new { person.OrganisationId, person.Id }
            orderby sent.SentAt descending
            select new SentLine(
                sent.Id, sent.SentAt, person.FullName,
                db.BriefReaders.Count(reader => reader.OrganisationId == sent.OrganisationId && reader.BriefId == sent.Id && reader.ReadAt != null),
                db.BriefReaders.Count(reader => reader.OrganisationId == sent.OrganisationId && reader.BriefId == sent.Id))).Take(20).ToListAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await roster.MayKeepAsync(Actor))
        {
            return Forbid();
        }

        var sent = await desk.SendAsync(Actor);
        this.Say(sent is null ? texts["Chưa gửi được: cơ quan chưa có lãnh đạo nào. Giao vai trò lãnh đạo trước."] : texts["Đã gửi báo cáo nhanh cho lãnh đạo."]);
        return Redirect("/snapshots/brief");
    }

    public async Task<IActionResult> OnGetDocxAsync()
    {
        var brief = await desk.DraftAsync(Actor);
        var organisation = await db.Organisations.SingleAsync(one => one.Id == Actor.OrganisationId);
        return this.Download($"bao-cao-nhanh-{brief.Day:yyyy-MM-dd}.docx", output => BriefPaper.WriteDocx(brief, organisation, output));
    }

    public async Task<IActionResult> OnGetTextAsync() => Content(BriefPaper.Text(await desk.DraftAsync(Actor)), "text/plain", Encoding.UTF8);

    public sealed record SentLine(Guid Id, DateTimeOffset SentAt, string Sender, int Read, int Readers);
}
