using DiemSang.Modules.Access;
using Microsoft.AspNetCore.Authorization;

namespace DiemSang.Web.Infrastructure.Security;

/// <summary>The names by which pages ask for protection. Without one a page is for every signed-in person.</summary>
public static class Policies
{
    /// <summary>Keeps units, people, roles and accounts of the own organisation.</summary>
    public const string Administer = "administer";

    /// <summary>Imports, corrects and issues plans, and keeps the board.</summary>
    public const string RunPlans = "run-plans";

    /// <summary>Rate limit of pages that take files: <c>[EnableRateLimiting(Policies.Uploads)]</c>.</summary>
    public const string Uploads = "uploads";

    public static AuthorizationBuilder AddPolicies(this AuthorizationBuilder authorization) => authorization
        .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
        .AddPolicy(Administer, policy => policy.RequireAuthenticatedUser().AddRequirements(new HoldsRole(actor => actor.IsAdministrator)))
        .AddPolicy(RunPlans, policy => policy.RequireAuthenticatedUser().AddRequirements(new HoldsRole(actor => actor.IsFocal)));
}

/// <summary>Asks the actor of the request, whose roles are those held today.</summary>
public sealed class HoldsRole(Func<Actor, bool> isEnough) : IAuthorizationRequirement, IAuthorizationHandler
{
    public Task HandleAsync(AuthorizationHandlerContext context)
    {
        if (context.Resource is HttpContext http && http.Features.Get<Actor>() is { } actor && isEnough(actor))
        {
            context.Succeed(this);
        }

        return Task.CompletedTask;
    }
}
