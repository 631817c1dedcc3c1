using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Surveys.Results;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Modules.Surveys.Publishing;

public enum PublishOutcome { Published, StillOpen, NothingToShow }

/// <summary>Publishes the results of closed waves: from then on scorecards, the board and briefs may use the figures.</summary>
public sealed class ResultsPublisher(DiemSangDbContext db, TimeProvider clock)
{
    /// <summary>Indices that plans and criteria sets speak of.</summary>
    public static readonly IReadOnlyList<string> Indices = ["SIPAS", "PAR", "PAPI"];

    /// <summary>The last publication of a wave, withdrawn or not; null when there was none.</summary>
    public Task<Publication?> LastAsync(Wave wave, CancellationToken cancel = default) =>
        db.Set<Publication>().Where(one => one.OrganisationId == wave.OrganisationId && one.WaveId == wave.Id).OrderByDescending(one => one.PublishedAt).FirstOrDefaultAsync(cancel);

    public async Task<PublishOutcome> PublishAsync(Actor actor, WaveResults results, string? indexCode, CancellationToken cancel = default)
    {
        if (results.Source.Wave.State != WaveState.Closed)
        {
            return PublishOutcome.StillOpen;
        }

        var publication = new Publication(results, indexCode, actor.PersonId, clock.GetUtcNow());
        if (publication.Figures.Count == 0)
        {
            return PublishOutcome.NothingToShow;
        }

        db.Add(publication);
        await db.SaveAsync(actor.To("surveys.publish-results"), cancel);
        return PublishOutcome.Published;
    }

    /// <returns>False when there is nothing to withdraw.</returns>
    public async Task<bool> WithdrawAsync(Actor actor, Wave wave, string reason, CancellationToken cancel = default)
    {
        if (await LastAsync(wave, cancel) is not { WithdrawnAt: null } last)
        {
            return false;
        }

        last.Withdraw(clock.GetUtcNow(), reason);
        await db.SaveAsync(actor.To("surveys.withdraw-results", reason), cancel);
        return true;
    }
}
