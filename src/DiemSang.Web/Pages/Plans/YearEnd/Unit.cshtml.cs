using DiemSang.Modules.Plans.YearEnd;
using DiemSang.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Mvc;

namespace DiemSang.Web.Pages.Plans.YearEnd;

/// <summary>The year's sheet of one unit, for its head and those above.</summary>
public sealed class UnitModel(YearEndReading reading, TimeProvider clock) : SheetPage
{
    public async Task<IActionResult> OnGetAsync(Guid unitId, CancellationToken cancel) => Show(await FindAsync(unitId, cancel));

    public async Task<IActionResult> OnGetDocxAsync(Guid unitId, CancellationToken cancel) => Print(await FindAsync(unitId, cancel));

    private Task<YearSheet?> FindAsync(Guid unitId, CancellationToken cancel) => reading.OfUnitAsync(HttpContext.Actor(), unitId, Query.YearOn(clock), Query.Plan, cancel);
}
