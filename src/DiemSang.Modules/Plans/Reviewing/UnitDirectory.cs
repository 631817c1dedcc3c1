using DiemSang.Core.Language;
using DiemSang.Core.Planning;
using DiemSang.Documents.Plans;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Reviewing;

/// <summary>The organisation's units and every name they go by.</summary>
public sealed class UnitDirectory(DiemSangDbContext db)
{
    public async Task<UnitMatcher> MatcherAsync(Guid organisationId, CancellationToken cancel = default)
    {
        var organisation = await db.Organisations.AsNoTracking().SingleAsync(found => found.Id == organisationId, cancel);
        var units = await db.Units.AsNoTracking().Where(unit => unit.OrganisationId == organisationId).ToListAsync(cancel);
        var names = await db.UnitNames.AsNoTracking().Where(name => name.OrganisationId == organisationId).ToListAsync(cancel);
        return new UnitMatcher(units, names, LevelsOf(organisation), Bodies);
    }

    public Task<List<Unit>> OpenUnitsAsync(Guid organisationId, CancellationToken cancel = default) =>
        db.Units.AsNoTracking()
            .Where(unit => unit.OrganisationId == organisationId && unit.ClosedOn == null)
            .OrderBy(unit => unit.SortOrder).ThenBy(unit => unit.Name)
            .ToListAsync(cancel);

    private static BodyNames Bodies => PlanWordsFile.Default.Bodies;

    /// <summary>"phường" and "phường Bình Minh" after a unit's name add nothing inside the ward itself.</summary>
    private static IReadOnlyList<string> LevelsOf(Organisation organisation) => organisation.Kind switch
    {
        OrganisationKind.Ward => WithPlace("phuong", organisation),
        OrganisationKind.Commune => WithPlace("xa", organisation),
        OrganisationKind.SpecialZone => WithPlace("dac khu", organisation),
        OrganisationKind.Province => [.. WithPlace("tinh", organisation), .. WithPlace("thanh pho", organisation)],
        _ => [],
    };

    private static string[] WithPlace(string level, Organisation organisation) => [level, $"{level} {VietnameseText.Fold(organisation.Place)}"];
}
