using DiemSang.Modules.Access;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Snapshots;

public enum KeeperDuty { Keeper, Deputy }

/// <summary>The official who keeps the board and reports to the leaders, or the deputy for absence (BRD-02).</summary>
public sealed class BoardKeeper : TenantEntity, IAudited
{
    public const int DecisionMaxLength = 200;

    private BoardKeeper()
    {
    }

    public BoardKeeper(Person person, KeeperDuty duty, DateOnly from, string? decision)
    {
        OrganisationId = person.OrganisationId;
        PersonId = person.Id;
        Duty = duty;
        FromDate = from;
        Decision = decision;
    }

    public Guid PersonId { get; private set; }
    public KeeperDuty Duty { get; private set; }
    public DateOnly FromDate { get; private set; }

    /// <summary>Last day, inclusive; null while it lasts.</summary>
    public DateOnly? ToDate { get; private set; }
    public string? Decision { get; private set; }

    public void End(DateOnly lastDay) => ToDate = lastDay;
}

public enum KeeperOutcome { Appointed, NotAllowed, NotFound, HoldsTheOtherDuty }

/// <summary>Who keeps the board. Exactly one keeper and one deputy at a time: appointing another ends the former.</summary>
public sealed class KeeperRoster(DiemSangDbContext db, TimeProvider clock)
{
    public static bool MayAppoint(Actor actor) => actor.IsLeader || actor.IsFocal;

    /// <summary>The keeper, the deputy and the focal official freeze the board and send briefs.</summary>
    public async Task<bool> MayKeepAsync(Actor actor, CancellationToken cancel = default) =>
        actor.IsFocal || await Current(actor.OrganisationId).AnyAsync(held => held.PersonId == actor.PersonId, cancel);

    public IQueryable<BoardKeeper> Current(Guid organisationId) => db.BoardKeepers.Where(held => held.OrganisationId == organisationId && held.ToDate == null);

    public async Task<KeeperOutcome> AppointAsync(Actor actor, Guid personId, KeeperDuty duty, string? decision, CancellationToken cancel = default)
    {
        if (!MayAppoint(actor))
        {
            return KeeperOutcome.NotAllowed;
        }

        var person = await db.People.SingleOrDefaultAsync(one => one.OrganisationId == actor.OrganisationId && one.Id == personId && one.LeftOn == null, cancel);
        var held = await Current(actor.OrganisationId).ToListAsync(cancel);
        if (person is null)
        {
            return KeeperOutcome.NotFound;
        }

        if (held.Exists(other => other.Duty != duty && other.PersonId == personId))
        {
            return KeeperOutcome.HoldsTheOtherDuty;
        }

        await ReplaceAsync(actor, held.Find(former => former.Duty == duty), new BoardKeeper(person, duty, clock.Today(), decision), cancel);
        return KeeperOutcome.Appointed;
    }

    /// <summary>In two steps, because the index that allows one at a time is checked line by line.</summary>
    private async Task ReplaceAsync(Actor actor, BoardKeeper? former, BoardKeeper next, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (former is not null)
        {
            former.End(clock.Today());
            await db.SaveAsync(actor.To("snapshots.relieve-keeper"), cancel);
        }

        db.BoardKeepers.Add(next);
        await db.SaveAsync(actor.To("snapshots.appoint-keeper", next.Decision), cancel);
        await transaction.CommitAsync(cancel);
    }
}
