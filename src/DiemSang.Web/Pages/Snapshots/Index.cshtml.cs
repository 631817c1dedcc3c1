using System.Globalization;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Snapshots;
using DiemSang.Web.Infrastructure.Navigation;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace DiemSang.Web.Pages.Snapshots;

/// <summary>The frozen boards of the organisation, who keeps the board, and the tracking sheets from the board as it stands.</summary>
public sealed class IndexModel(DiemSangDbContext db, SnapshotTaker taker, KeeperRoster roster, BoardReading board, TimeProvider clock, IStringLocalizer texts) : PageModel
{
    public static readonly string[] Indices = ["PAR", "SIPAS", "PAPI"];

    private Actor Actor => HttpContext.Actor();

    public IReadOnlyList<Snapshot> Snapshots { get; private set; } = [];
    public string? Keeper { get; private set; }
    public string? Deputy { get; private set; }
    public string? LastUpdate { get; private set; }
    public bool MayKeep { get; private set; }

    /// <summary>A province has communes and agencies below it.</summary>
    public bool HasBelow { get; private set; }
    public bool MayAppoint => KeeperRoster.MayAppoint(Actor);

    public async Task OnGetAsync()
    {
        MayKeep = await roster.MayKeepAsync(Actor);
        Snapshots = await db.Snapshots.Where(one => one.OrganisationId == Actor.OrganisationId).OrderByDescending(one => one.TakenAt).Take(60).ToListAsync();
        var held = await roster.Current(Actor.OrganisationId)
            .Join(db.People, held => new { held.OrganisationId, Id = held.PersonId }, person => new { person.OrganisationId, person.Id }, (held, person) => new { held.Duty, person.FullName })
            .ToListAsync();
        Keeper = held.Find(one => one.Duty == KeeperDuty.Keeper)?.FullName;
        Deputy = held.Find(one => one.Duty == KeeperDuty.Deputy)?.FullName;
        LastUpdate = await LastUpdateAsync();
        HasBelow = await db.Organisations.AnyAsync(one => one.ParentId == Actor.OrganisationId);
    }

    public async Task<IActionResult> OnPostAsync(SnapshotKind kind)
    {
        if (!await roster.MayKeepAsync(Actor))
        {
            return Forbid();
        }

        var taken = await taker.TakeAsync(Actor.To(SnapshotTaker.Verb), kind);
        this.Say(taken.IsNew ? texts["Đã chốt bảng: {0}.", texts.Named(taken.Snapshot)] : texts["Kỳ này đã chốt từ ngày {0:dd/MM/yyyy}; bản đó được giữ nguyên.", taken.Snapshot.Day]);
        return Redirect($"/snapshots/{taken.Snapshot.Id}");
    }

    public async Task<IActionResult> OnGetSheetAsync(string index, string format)
    {
        if (!Indices.Contains(index))
        {
            return NotFound();
        }

        var organisation = await db.Organisations.SingleAsync(one => one.Id == Actor.OrganisationId);
        var sheet = TrackingSheet.Of(organisation, index, clock.Today(), await board.NowAsync());
        return format == "xlsx"
            ? this.Download($"phieu-theo-doi-{index}.xlsx", sheet.WriteXlsx)
            : this.Download($"phieu-theo-doi-{index}.docx", sheet.WriteDocx);
    }

    private async Task<string?> LastUpdateAsync()
    {
        var last = await db.ProgressUpdates.Where(one => one.OrganisationId == Actor.OrganisationId).OrderByDescending(one => one.At).Select(one => new { one.At, one.PersonId }).FirstOrDefaultAsync();
        var name = last is null ? null : await db.People.Where(one => one.OrganisationId == Actor.OrganisationId && one.Id == last.PersonId).Select(one => one.FullName).SingleOrDefaultAsync();
        return last is null ? null : string.Create(CultureInfo.InvariantCulture, $"{last.At.InVietnam():HH:mm, dd/MM/yyyy} – {name}");
    }
}
