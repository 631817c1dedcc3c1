using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace DiemSang.Modules.Shared.Data;

/// <summary>Work that nodes and clicks do one after the other, never at once.</summary>
internal static class Turns
{
    /// <summary>Waits until no other transaction has this turn; the end of the caller's transaction gives it on.</summary>
    public static Task TakeTurnAsync(this DatabaseFacade database, string name, CancellationToken cancel) =>
        database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({name}, 0))", cancel);
}
