using System.Security.Claims;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DiemSang.Web.Infrastructure.Security;

/// <summary>What the session cookie carries: names for the top bar and whether the first password is still to be replaced. Roles are read anew each time.</summary>
public sealed class AccountClaims(UserManager<Account> accounts, IOptions<IdentityOptions> options, ActorFinder people, DiemSangDbContext db)
    : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        if (user.MustChangePassword)
        {
            identity.AddClaim(new Claim(PersonClaims.MustChangePassword, "yes"));
        }

        if (await people.FindAsync(user.Id) is { } actor)
        {
            var organisation = await db.Organisations.Where(one => one.Id == actor.OrganisationId).Select(one => one.ShortName).SingleAsync();
            identity.AddClaim(new Claim(PersonClaims.PersonName, actor.FullName));
            identity.AddClaim(new Claim(PersonClaims.OrganisationName, organisation));
        }

        return identity;
    }
}
