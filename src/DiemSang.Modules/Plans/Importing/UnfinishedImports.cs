using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Importing;

/// <summary>Files of every organisation that wait to be read, or whose reading was cut off, oldest first.</summary>
public sealed class UnfinishedImports(DiemSangDbContext db)
{
    public Task<List<WaitingImport>> FindAsync(CancellationToken cancel = default) =>
        db.Database.SqlQuery<WaitingImport>($"select organisation_id as \"OrganisationId\", import_id as \"ImportId\" from plans.unfinished_imports()").ToListAsync(cancel);
}
