using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Amending;

internal static class AmendmentFinding
{
    /// <summary>The amendment as it was shown: saving fails when it has moved on.</summary>
    public static async Task<Amendment?> AmendmentAsync(this DiemSangDbContext db, Actor actor, Guid amendmentId, int version, CancellationToken cancel)
    {
        var amendment = await db.Amendments.SingleOrDefaultAsync(found => found.OrganisationId == actor.OrganisationId && found.Id == amendmentId, cancel);
        db.ExpectShown(amendment, version);
        return amendment;
    }

    public static void ExpectShown(this DiemSangDbContext db, TenantEntity? shown, int version)
    {
        if (shown is not null)
        {
            db.Entry(shown).Property(nameof(TenantEntity.Version)).OriginalValue = version;
        }
    }
}
