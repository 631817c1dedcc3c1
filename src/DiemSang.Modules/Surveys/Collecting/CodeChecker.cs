using DiemSang.Core.Surveys.Integrity;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Surveys.Collecting;

/// <summary>What a typed code turned out to be.</summary>
/// <param name="Id">Null when nobody was given this code.</param>
public sealed record CheckedCode(Guid? Id, bool IsUsed);

/// <summary>A one-time code that was not taken, and where.</summary>
/// <param name="CodeId">Null for what nobody was given.</param>
public sealed record RefusedTry(Guid OrganisationId, Guid WaveId, Guid PointId, CollectionChannel Channel, CodeRefusal Reason, Guid? CodeId);

/// <summary>Looks at one-time codes. A code is spent by the answer that is stored with it, not by looking.</summary>
public sealed class CodeChecker(DiemSangDbContext db, TimeProvider clock)
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

    /// <summary>Counts a refusal for the reviewer.</summary>
    public Task CountRefusedAsync(RefusedTry refused, CancellationToken cancel = default)
    {
        db.Tenant.Set(refused.OrganisationId);
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into surveys.refused_code as known (organisation_id, id, wave_id, point_id, channel, reason, code_id, tries, first_at, last_at)
            values ({refused.OrganisationId}, {Guid.CreateVersion7()}, {refused.WaveId}, {refused.PointId}, {Naming.ToSnake(refused.Channel.ToString())},
              {Naming.ToSnake(refused.Reason.ToString())}, cast({refused.CodeId} as uuid), 1, {clock.GetUtcNow()}, {clock.GetUtcNow()})
            on conflict (organisation_id, wave_id, point_id, channel, reason, code_id)
            do update set tries = known.tries + 1, last_at = excluded.last_at, version = known.version + 1
            """,
            cancel);
    }
}
