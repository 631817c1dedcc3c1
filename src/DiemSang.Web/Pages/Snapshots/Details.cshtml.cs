using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Snapshots;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Web.Pages.Snapshots;

/// <summary>One frozen board, red first.</summary>
public sealed class DetailsModel(DiemSangDbContext db, BoardReading board) : PageModel
{
    public Snapshot Snapshot { get; private set; } = null!;
    public IReadOnlyList<SnapshotLine> Lines { get; private set; } = [];
    public LineCounts Counts => LineCounts.Of(Lines);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await db.Snapshots.SingleOrDefaultAsync(one => one.OrganisationId == HttpContext.Actor().OrganisationId && one.Id == id) is not { } snapshot)
        {
            return NotFound();
        }

        Snapshot = snapshot;
        Lines = [.. BoardReading.RedFirst(await board.FrozenAsync(snapshot))];
        return Page();
    }
}
