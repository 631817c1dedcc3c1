using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Snapshots;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Web.Pages.Snapshots;

/// <summary>What moved between any two snapshots, in whichever order they were chosen.</summary>
public sealed class CompareModel(DiemSangDbContext db, BoardReading board) : PageModel
{
    public Snapshot? From { get; private set; }
    public Snapshot? To { get; private set; }
    public IReadOnlyList<MovedLine> Moved { get; private set; } = [];

    public async Task OnGetAsync(Guid? from, Guid? to)
    {
        var chosen = await db.Snapshots
            .Where(one => one.OrganisationId == HttpContext.Actor().OrganisationId && (one.Id == from || one.Id == to))
            .OrderBy(one => one.TakenAt).ToListAsync();
        if (chosen is [var earlier, var later])
        {
            (From, To) = (earlier, later);
            Moved = BoardComparison.Between(await board.FrozenAsync(earlier), await board.FrozenAsync(later));
        }
    }
}
