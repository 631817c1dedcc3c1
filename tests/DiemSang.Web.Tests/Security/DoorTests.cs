using System.Net;
using DiemSang.Modules.Access;
using DiemSang.Web.Tests.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Web.Tests.Security;

/// <summary>Every page, for everyone: opens for those it is meant for, and is refused to all others.</summary>
[Collection(nameof(WebApp))]
public sealed class DoorTests(WebApp app)
{
    /// <summary>Answer only to other pages' forms, or stand in for a failed request.</summary>
    private static readonly string[] WithoutDoor = ["language", "errors/{code:int}"];

    public static TheoryData<string> Templates => [.. Doors.All.Select(door => door.Template)];

    [Theory, MemberData(nameof(Templates))]
    public async Task Get_EachRole_OpensOrIsRefusedAsDeclared(string template)
    {
        var door = Doors.All.Single(one => one.Template == template);
        foreach (var role in Enum.GetValues<Role>())
        {
            var client = await app.SignedInAsync(role);
            var answer = await client.GetAsync(door.PathIn(app));

            if (door.OpensFor(role))
            {
                IsOpen(answer).ShouldBeTrue($"{role} should open {template} but got {answer.StatusCode}");
            }
            else
            {
                // A draft that is not theirs does not exist for heads, who may correct their own.
                answer.StatusCode.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound);
            }
        }
    }

    [Theory, MemberData(nameof(Templates))]
    public async Task Get_Visitor_IsAskedToSignInUnlessPublic(string template)
    {
        var door = Doors.All.Single(one => one.Template == template);
        using var visitor = app.Visitor();

        var answer = await visitor.GetAsync(door.PathIn(app));

        (answer.Headers.Location?.OriginalString.Contains("/access/sign-in?") == true).ShouldBe(door.Audience != Audience.Everyone);
    }

    [Fact]
    public void Pages_EachOne_HasADoor()
    {
        var pages = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/'))
            .Distinct();

        pages.Except(WithoutDoor).ShouldBe(Doors.All.Select(door => door.Template), ignoreOrder: true);
    }

    private static bool IsOpen(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.OK || (answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.OriginalString.Contains("/access/sign-in?") == false);
}
