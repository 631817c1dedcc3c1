using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Snapshots;
using Microsoft.AspNetCore.Authorization;

namespace DiemSang.Web.Infrastructure.Security;

/// <summary>The names by which pages ask for protection. Without one a page is for every signed-in person.</summary>
public static class Policies
{
    /// <summary>Keeps units, people, roles and accounts of the own organisation.</summary>
    public const string Administer = "administer";

    /// <summary>Imports, types in and corrects plans.</summary>
    public const string EditPlans = "edit-plans";

    /// <summary>Draws plans from issued ones and corrects own drafts: plan editors, and heads for their units.</summary>
    public const string DraftPlans = "draft-plans";

    /// <summary>Plans meetings, appoints the board keeper, sets the steps of reminders.</summary>
    public const string Organise = "organise";

    /// <summary>Reads the whole board, frozen or not: organisation-wide roles, the board keeper and the deputy.</summary>
    public const string SeeWholeBoard = "see-whole-board";

    /// <summary>Rate limit of pages that take files: <c>[EnableRateLimiting(Policies.Uploads)]</c>.</summary>
    public const string Uploads = "uploads";

    public static AuthorizationBuilder AddPolicies(this AuthorizationBuilder authorization) => authorization
        .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
        .AddPolicy(Administer, policy => policy.RequireAuthenticatedUser().AddRequirements(new HoldsRole(actor => actor.IsAdministrator)))
        .AddPolicy(EditPlans, policy => policy.RequireAuthenticatedUser().AddRequirements(new HoldsRole(actor => actor.MayEditPlans())))
        .AddPolicy(DraftPlans, policy => policy.RequireAuthenticatedUser().AddRequirements(new HoldsRole(actor => actor.MayDerivePlans())))
        .AddPolicy(Organise, policy => policy.RequireAuthenticatedUser().AddRequirements(new HoldsRole(actor => actor.IsFocal || actor.IsLeader)))
        .AddPolicy(SeeWholeBoard, policy => policy.RequireAuthenticatedUser().AddRequirements(new SeesWholeBoard()));
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

/// <summary>A board keeper is an ordinary official, so the roles alone do not tell.</summary>
public sealed class SeesWholeBoard : IAuthorizationRequirement, IAuthorizationHandler
{
    public async Task HandleAsync(AuthorizationHandlerContext context)
    {
        if (context.Resource is HttpContext http && http.Features.Get<Actor>() is { } actor
            && (actor.SeesWholeOrganisation || await http.RequestServices.GetRequiredService<KeeperRoster>().MayKeepAsync(actor)))
        {
            context.Succeed(this);
        }
    }
}
