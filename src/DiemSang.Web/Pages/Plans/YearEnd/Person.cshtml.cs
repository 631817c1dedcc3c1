using DiemSang.Modules.Plans.YearEnd;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;

namespace DiemSang.Web.Pages.Plans.YearEnd;

/// <summary>The year's sheet of one official: the own one, or of somebody in a unit one heads.</summary>
public sealed class PersonModel(YearEndReading reading, TimeProvider clock) : SheetPage
{
    public async Task<IActionResult> OnGetAsync(Guid personId, CancellationToken cancel) => Show(await FindAsync(personId, cancel));

    public async Task<IActionResult> OnGetDocxAsync(Guid personId, CancellationToken cancel) => Print(await FindAsync(personId, cancel));

    private Task<YearSheet?> FindAsync(Guid personId, CancellationToken cancel) => reading.OfPersonAsync(HttpContext.Actor(), personId, Query.YearOn(clock), Query.Plan, cancel);
}
