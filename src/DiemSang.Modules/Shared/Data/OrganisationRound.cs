using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DiemSang.Modules.Shared.Data;

/// <summary>Scheduled work goes from organisation to organisation, in a unit of work each; one's trouble does not keep the others waiting.</summary>
public sealed partial class OrganisationRound(IServiceScopeFactory scopes, ILogger<OrganisationRound> log)
{
    /// <param name="organisations">SQL that gives the ids, as one column named "Value".</param>
    /// <returns>Number of organisations visited without trouble; the others' is in the log, and they are visited again next time.</returns>
    public async Task<int> VisitAsync<TService>(FormattableString organisations, Func<TService, Guid, CancellationToken, Task> visit, CancellationToken cancel)
        where TService : notnull
    {
        var visited = 0;
        foreach (var organisation in await ListAsync(organisations, cancel))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<Tenant>().Set(organisation);
                await visit(scope.ServiceProvider.GetRequiredService<TService>(), organisation, cancel);
                visited++;
            }
            catch (Exception trouble) when (!cancel.IsCancellationRequested)
            {
                Failed(log, trouble, typeof(TService).Name, organisation);
            }
        }

        return visited;
    }

    private async Task<List<Guid>> ListAsync(FormattableString organisations, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DiemSangDbContext>().Database.SqlQuery<Guid>(organisations).ToListAsync(cancel);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Service} failed for organisation {Organisation}; it is tried again at the next turn")]
    private static partial void Failed(ILogger log, Exception trouble, string service, Guid organisation);
}
