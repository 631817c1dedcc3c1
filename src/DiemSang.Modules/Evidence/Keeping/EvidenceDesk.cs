using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Audit;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Shared.Files;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Evidence.Keeping;

/// <summary>What came of putting a proof in by hand.</summary>
public abstract record Addition
{
    public sealed record Added(Guid ItemId) : Addition;

    /// <summary>The very same proof was there already; nothing new was made.</summary>
    public sealed record Known(Guid ItemId) : Addition;

    /// <summary>Proofs with the same number but another date, issuer or page: the person says whether it is one of them.</summary>
    public sealed record Doubtful(IReadOnlyList<EvidenceItem> Like) : Addition;

    private Addition()
    {
    }
}

/// <summary>Proofs put in, corrected and withdrawn by hand.</summary>
public sealed class EvidenceDesk(DiemSangDbContext db, EvidenceLibrary library, TimeProvider clock)
{
    /// <param name="proves">A period this person may prove; null for a proof that waits for its use.</param>
    /// <param name="isAnother">The person has seen the proofs that look alike and says that this is another.</param>
    public async Task<Addition> AddAsync(Actor actor, EvidenceDescription description, StoredFile? file, OccurrenceLine? proves, bool isAnother, CancellationToken cancel = default)
    {
        var act = actor.To("evidence.add");
        var (item, wasKnown) = await library.TakeInAsync(description, file, act, cancel);
        if (!wasKnown && !isAnother && await library.LikeAsync(actor.OrganisationId, description, cancel) is { Count: > 0 } like)
        {
            db.Entry(item).State = EntityState.Detached;
            return new Addition.Doubtful(like);
        }

        await UseAsync(item, proves, act, cancel);
        await db.SaveAsync(act, cancel);
        return wasKnown ? new Addition.Known(item.Id) : new Addition.Added(item.Id);
    }

    /// <summary>A proof already kept, used for one more period.</summary>
    /// <returns>False when the person does not see such a proof.</returns>
    public async Task<bool> UseAsync(Actor actor, Guid itemId, OccurrenceLine proves, CancellationToken cancel = default)
    {
        if (await db.EvidenceItems.SingleOrDefaultAsync(item => item.OrganisationId == actor.OrganisationId && item.Id == itemId && item.WithdrawnAt == null, cancel) is not { } item)
        {
            return false;
        }

        var act = actor.To("evidence.use");
        await UseAsync(item, proves, act, cancel);
        await db.SaveAsync(act, cancel);
        return true;
    }

    /// <summary>Corrects what is known of a proof; the caller saves it on the version that was shown.</summary>
    public async Task DescribeAsync(EvidenceItem item, EvidenceDescription description, CancellationToken cancel = default)
    {
        var text = await db.FileTexts.Where(read => read.OrganisationId == item.OrganisationId && read.FileId == item.FileId).Select(read => read.Text).SingleOrDefaultAsync(cancel);
        item.Describe(description with { Text = text });
    }

    /// <summary>Takes out what proves nothing; it stays in the table and in the audit log.</summary>
    /// <returns>False when something is proved by it.</returns>
    public async Task<bool> WithdrawAsync(Actor actor, EvidenceItem item, CancellationToken cancel = default)
    {
        if (await db.EvidenceUses.AnyAsync(use => use.OrganisationId == item.OrganisationId && use.ItemId == item.Id, cancel))
        {
            return false;
        }

        item.Withdraw(clock.GetUtcNow());
        await db.SaveAsync(actor.To("evidence.withdraw"), cancel);
        return true;
    }

    private async Task UseAsync(EvidenceItem item, OccurrenceLine? proves, Act act, CancellationToken cancel)
    {
        if (proves is not null)
        {
            await library.UseAsync(item, EvidenceSubject.Occurrence, proves.OccurrenceId, proves.ToDate.Year, act, cancel);
        }
    }
}
