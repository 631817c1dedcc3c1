using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using DiemSang.Modules.Access;
using DiemSang.Web.Tests.Hosting;

namespace DiemSang.Web.Tests.Journeys;

/// <summary>Every page at phone and desk size: axe finds nothing (WCAG 2.2 AA), nothing sticks out sideways, the browser has no complaint.</summary>
[Collection(nameof(AxeWalkCollection))]
public sealed class AccessibilityTests(WebApp app, Browser browser)
{
    private static readonly AxeRunOptions Wcag = new() { ResultTypes = [ResultType.Violations], RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } };

    [Theory]
    [InlineData(Browser.Phone)]
    [InlineData(Browser.Desk)]
    public async Task Page_EachDoor_IsAccessibleAndQuiet(int width)
    {
        var found = new List<string>();
        foreach (var doors in Doors.All.Where(door => door.IsPage).GroupBy(door => door.SeesMost))
        {
            await using var tab = await browser.OpenAsync(app, width, signedInAs: doors.Key);
            foreach (var door in doors)
            {
                await tab.Page.GotoAsync(door.PathIn(app));
                found.AddRange(await ProblemsAsync(tab, width));
            }

            found.AddRange(tab.Complaints);
        }

        found.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/access/sign-in")]
    [InlineData("/access/sign-in/forgotten")]
    [InlineData("/components")]
    public async Task Page_ForVisitors_IsAccessibleAndQuiet(string path)
    {
        await using var tab = await browser.OpenAsync(app, Browser.Phone);
        await tab.Page.GotoAsync(path);

        (await ProblemsAsync(tab, Browser.Phone)).ShouldBeEmpty();
        tab.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Form_Refused_IsAccessibleAndTakesThePersonToTheSummary()
    {
        await using var tab = await browser.OpenAsync(app, Browser.Phone);
        await tab.Page.GotoAsync("/access/sign-in");
        await tab.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).ClickAsync();
        await tab.Page.GetByRole(Microsoft.Playwright.AriaRole.Alert).First.WaitForAsync();

        (await ProblemsAsync(tab, Browser.Phone)).ShouldBeEmpty();
    }

    internal static async Task<IEnumerable<string>> ProblemsAsync(Tab tab, int width)
    {
        var path = new Uri(tab.Page.Url).PathAndQuery;
        var result = await tab.Page.RunAxe(Wcag);
        var problems = result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{path} at {width}: {rule.Id} {node.Html}"));
        var scroll = await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        return scroll > width ? problems.Append($"{path} at {width}: {scroll - width} px stick out sideways") : problems;
    }
}
