using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Scorecards.Rounds;

/// <summary>Who in an organisation is told of a round.</summary>
internal static class RoundPeople
{
    /// <summary>Those who keep the sheet and hand it in.</summary>
    public static Task<List<Guid>> OfSheetAsync(DiemSangDbContext db, Guid organisationId, DateOnly day, CancellationToken cancel) =>
        WithAsync(db, organisationId, day, [Role.Focal, Role.Leader], [], cancel);

    public static Task<List<Guid>> FocalAsync(DiemSangDbContext db, Guid organisationId, DateOnly day, CancellationToken cancel) => WithAsync(db, organisationId, day, [Role.Focal], [], cancel);

    public static Task<List<Guid>> LeadersAsync(DiemSangDbContext db, Guid organisationId, DateOnly day, CancellationToken cancel) => WithAsync(db, organisationId, day, [Role.Leader], [], cancel);

    /// <summary>Focal officials, and in the keeper's house everybody in a unit that the set names.</summary>
    public static Task<List<Guid>> OfAppraisalAsync(DiemSangDbContext db, Guid organisationId, RoundFile file, CancellationToken cancel)
    {
        var units = file.Round.OrganisationId == organisationId ? file.Leaves.Select(file.AppraisingUnit).OfType<Guid>().Distinct().ToArray() : [];
        return WithAsync(db, organisationId, file.Today, [Role.Focal], units, cancel);
    }

    private static Task<List<Guid>> WithAsync(DiemSangDbContext db, Guid organisationId, DateOnly day, Role[] roles, Guid[] units, CancellationToken cancel) => db.Appointments
        .Where(held => held.OrganisationId == organisationId && held.FromDate <= day && (held.ToDate == null || held.ToDate >= day)
            && (roles.Contains(held.Role) || (held.UnitId != null && units.Contains(held.UnitId.Value))))
        .Select(held => held.PersonId).Distinct().ToListAsync(cancel);
}
