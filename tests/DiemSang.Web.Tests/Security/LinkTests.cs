using System.Net;
using System.Text.RegularExpressions;
using DiemSang.Modules.Access;
using DiemSang.Web.Tests.Hosting;

namespace DiemSang.Web.Tests.Security;

/// <summary>Nobody is shown a way that does not lead anywhere: every link on every page a role can open opens for that role.</summary>
[Collection(nameof(WebApp))]
public sealed partial class LinkTests(WebApp app)
{
    // Of the many links that differ in an identifier only, so many are followed.
    private const int OfEachShape = 2;

    // Shows every part once, with links to nowhere.
    private const string Gallery = "components";

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    [Theory, MemberData(nameof(Roles))]
    public async Task Get_EveryLinkARoleSees_Opens(Role role)
    {
        var client = await app.SignedInAsync(role);
        var (waiting, known, followed, dead) = (new Queue<(string Path, string SeenOn)>(), new HashSet<string>(), new Dictionary<string, int>(), new List<string>());
        foreach (var path in Doors.All.Where(door => door.IsPage && door.OpensFor(role) && door.Template != Gallery).Select(door => door.PathIn(app)).Prepend("/"))
        {
            waiting.Enqueue((path, "the menu"));
        }

        while (waiting.TryDequeue(out var link))
        {
            var shape = Identifier().Replace(link.Path, "*");
            if (!known.Add(link.Path) || (!followed.TryAdd(shape, 1) && ++followed[shape] > OfEachShape))
            {
                continue;
            }

            using var answer = await client.GetAsync(link.Path);
            if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Redirect))
            {
                dead.Add($"{(int)answer.StatusCode} {link.Path}, seen on {link.SeenOn}");
            }
            else if (answer.Content.Headers.ContentType?.MediaType == "text/html")
            {
                var page = await Visiting.ReadAsync(answer);
                foreach (var path in page.Document.QuerySelectorAll("a[href^='/']").Select(anchor => anchor.GetAttribute("href")!.Split('#')[0]))
                {
                    waiting.Enqueue((path, link.Path));
                }
            }
        }

        dead.ShouldBeEmpty(string.Join('\n', dead));
        followed.Count.ShouldBeGreaterThan(20);
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]+|(?<==)[^&]*")]
    private static partial Regex Identifier();
}
