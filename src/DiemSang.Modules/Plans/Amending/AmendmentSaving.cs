using DiemSang.Modules.Shared.Audit;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DiemSang.Modules.Plans.Amending;

internal static class AmendmentSaving
{
    /// <summary>Saves one step; whoever comes second, by version or by a row the database has already, is told.</summary>
    public static async Task<AmendOutcome> SaveStepAsync(this DiemSangDbContext db, Act act, CancellationToken cancel)
    {
        try
        {
            await db.SaveAsync(act, cancel);
            return AmendOutcome.Done;
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear();
            return AmendOutcome.ChangedMeanwhile;
        }
    }
}
