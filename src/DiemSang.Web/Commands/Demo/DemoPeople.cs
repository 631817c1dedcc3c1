using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.EntityFrameworkCore;

namespace DiemSang.Web.Commands.Demo;

/// <summary>The people who act in the demo.</summary>
public static class DemoPeople
{
    /// <param name="code">Of the demo organisation.</param>
    /// <returns>Its focal official and its first leader.</returns>
    public static async Task<(Actor Focal, Actor Leader)> OfAsync(IServiceProvider services, string code, CancellationToken cancel)
    {
        var organisation = await services.GetRequiredService<OrganisationFounder>().FindAsync(code, cancel) ?? throw new InvalidOperationException($"The demo has no organisation {code}.");
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Set(organisation);
        var db = scope.ServiceProvider.GetRequiredService<DiemSangDbContext>();
        var held = await db.Appointments.Where(one => one.OrganisationId == organisation && (one.Role == Role.Focal || one.Role == Role.Leader))
            .Join(db.People, one => new { one.OrganisationId, Id = one.PersonId }, person => new { person.OrganisationId, person.Id }, (one, person) => new { one.Role, Person = person }).ToListAsync(cancel);
        Actor With(Role role)
        {
            var found = held.First(one => one.Role == role);
            return new Actor(organisation, found.Person.Id, found.Person.FullName, [new HeldRole(role, null, false)]);
        }

        return (With(Role.Focal), With(Role.Leader));
    }
}
