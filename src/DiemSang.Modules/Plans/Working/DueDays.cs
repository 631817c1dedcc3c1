using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Plans.Working;

public enum DueDayOutcome { Set, NotAllowed, NotFound, HasDay, BeforeItsPeriod, ChangedMeanwhile }

/// <summary>Gives an open deadline its day once the document it waits for exists (PLN-16): "theo thông báo kết quả", "theo quy định".</summary>
public sealed class DueDays(DiemSangDbContext db)
{
    public const int BasisMaxLength = ProgressUpdate.DocumentNumberMaxLength;

    /// <param name="basis">The document: number, symbol and date as the person knows it.</param>
    public async Task<DueDayOutcome> SetAsync(Actor actor, Guid occurrenceId, DateOnly dueOn, string basis, CancellationToken cancel = default)
    {
        var occurrence = await db.VisibleOccurrenceAsync(actor, occurrenceId, cancel);
        if (occurrence is null)
        {
            return DueDayOutcome.NotFound;
        }

        if (!actor.MaySetDueDay(occurrence.UnitId))
        {
            return DueDayOutcome.NotAllowed;
        }

        if (occurrence.DueOn is not null && occurrence.DueBasis is null)
        {
            return DueDayOutcome.HasDay;
        }

        if (dueOn < occurrence.FromDate)
        {
            return DueDayOutcome.BeforeItsPeriod;
        }

        occurrence.FallDue(dueOn, basis);
        return await SaveAsync(actor, basis, cancel);
    }

    private async Task<DueDayOutcome> SaveAsync(Actor actor, string basis, CancellationToken cancel)
    {
        try
        {
            await db.SaveAsync(actor.To("plans.set-due-day", basis), cancel);
            return DueDayOutcome.Set;
        }
        catch (DbUpdateConcurrencyException)
        {
            return DueDayOutcome.ChangedMeanwhile;
        }
    }
}
