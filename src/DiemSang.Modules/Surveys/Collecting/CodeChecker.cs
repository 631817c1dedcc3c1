using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Surveys.Collecting;

/// <summary>What a typed code turned out to be.</summary>
/// <param name="Id">Null when nobody was given this code.</param>
public sealed record CheckedCode(Guid? Id, bool IsUsed);

/// <summary>Looks at one-time codes. A code is spent by the answer that is stored with it, not by looking.</summary>
public sealed class CodeChecker(DiemSangDbContext db)
{
    public async Task<CheckedCode> CheckAsync(Guid organisationId, Guid waveId, string typed, CancellationToken cancel = default)
    {
        db.Tenant.Set(organisationId);
        var key = await db.Set<WaveKey>().AsNoTracking().SingleAsync(key => key.OrganisationId == organisationId && key.Id == waveId, cancel);
        var mark = key.MarkOf(TypedCode.Normalise(typed));
        var code = await db.Set<AccessCode>()
            .Where(code => code.OrganisationId == organisationId && code.WaveId == waveId && code.CodeMark == mark)
            .Select(code => new { code.Id, IsUsed = db.Set<Response>().Any(response => response.OrganisationId == organisationId && response.CodeId == code.Id) })
            .SingleOrDefaultAsync(cancel);
        return new CheckedCode(code?.Id, code?.IsUsed ?? false);
    }
}
