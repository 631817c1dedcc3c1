using System.Security.Claims;
using DiemSang.Modules.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace DiemSang.Web.Infrastructure.Security;

/// <summary>
/// Turns the signed-in account into the <see cref="Actor"/> of this request, with the roles held today, and so fixes the organisation
/// that row-level security lets through. A person who has left is signed out; a first password is replaced before anything else.
/// </summary>
public sealed class ActorGate(RequestDelegate next)
{
    private static readonly PathString[] OpenWithFirstPassword = ["/access/my-account/password", "/access/sign-out"];

    public async Task InvokeAsync(HttpContext context, ActorFinder people)
    {
        var isOpenToAll = context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;
        if (context.User.Identity?.IsAuthenticated != true || isOpenToAll)
        {
            await next(context);
            return;
        }

        var actor = await people.FindAsync(Guid.Parse(context.User.FindFirstValue(ClaimTypes.NameIdentifier)!), context.RequestAborted);
        if (actor is null)
        {
            await context.SignOutAsync(IdentityConstants.ApplicationScheme);
            context.Response.Redirect("/access/sign-in");
        }
        else if (context.User.HasFirstPassword() && !OpenWithFirstPassword.Any(path => context.Request.Path.StartsWithSegments(path)))
        {
            context.Response.Redirect("/access/my-account/password");
        }
        else
        {
            context.Features.Set(actor);
            await next(context);
        }
    }
}

public static class Actors
{
    /// <exception cref="InvalidOperationException">Asked on a page that is open to everyone: nobody in particular acts there.</exception>
    public static Actor Actor(this HttpContext context) =>
        context.Features.Get<Actor>() ?? throw new InvalidOperationException("Nobody is signed in on this request.");
}
