using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Snapshots;
using DiemSang.Modules.Snapshots.Briefs;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Web.Pages.Snapshots.Briefs;

/// <summary>A brief as it was sent; opening it is noted for the leaders it went to.</summary>
public sealed class SentModel(DiemSangDbContext db, BriefDesk desk) : PageModel
{
    public Brief Brief { get; private set; } = null!;
    public IReadOnlyList<(string Name, DateTimeOffset? ReadAt)> Readers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await desk.OpenAsync(HttpContext.Actor(), id) is not { } sent)
        {
            return NotFound();
        }

        Brief = sent.Content;
        var readers = await db.BriefReaders.Where(reader => reader.OrganisationId == sent.OrganisationId && reader.BriefId == id)
            .Join(db.People, reader => new { reader.OrganisationId, Id = reader.PersonId }, person => new { person.OrganisationId, person.Id }, (reader, person) => new { person.FullName, reader.ReadAt })
            .ToListAsync();
        Readers = [.. readers.Select(reader => (reader.FullName, reader.ReadAt))];
        return Page();
    }
}
