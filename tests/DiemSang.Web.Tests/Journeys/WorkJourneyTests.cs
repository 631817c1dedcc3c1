using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using DiemSang.Tests;
using DiemSang.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace DiemSang.Web.Tests.Journeys;

[Collection(nameof(Browser))]
public sealed class WorkJourneyTests(WebApp app, Browser browser)
{
    private const string LongTitle = "Rà soát, đơn giản hóa quy trình nội bộ giải quyết thủ tục hành chính lĩnh vực đất đai, xây dựng, môi trường và công khai kết quả tại nhà văn hóa các tổ dân phố";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Requirement("PLN-19")]
    public async Task Update_OnAPhone_TakesThreeTapsWithAndWithoutScripts(bool withScripts)
    {
        var title = $"Việc ba lần chạm {withScripts}: {LongTitle}";
        var (_, task, _) = await app.AddTaskAsync(title, new RowDeadline(DeadlineKind.Continuous, "Thường xuyên", null));
        await using var tab = await browser.OpenAsync(app, Browser.Phone, withScripts, signedInAs: Role.Member);
        await tab.Page.GotoAsync("/plans/my-work");

        await tab.Page.GetByRole(AriaRole.Link, new() { Name = $"Cập nhật {title}" }).ClickAsync();
        await ShouldBeOnScreenAsync(tab, "button:has-text('Gửi')");
        await tab.Page.GetByRole(AriaRole.Radio, new() { Name = "Đang thực hiện" }).CheckAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi" }).ClickAsync();

        await tab.Page.WaitForURLAsync("**/plans/my-work");
        (await tab.Page.GetByRole(AriaRole.Status).InnerTextAsync()).ShouldContain("– Đang thực hiện.");
        var saved = await app.WithAsync(services => services.GetRequiredService<DiemSangDbContext>().Occurrences.Where(one => one.TaskId == task).OrderBy(one => one.FromDate).FirstAsync());
        saved.State.ShouldBe(ProgressState.InProgress);
        tab.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Browser.Phone, Role.Head)]
    [InlineData(Browser.Desk, Role.Head)]
    [InlineData(Browser.Phone, Role.Focal)]
    [InlineData(Browser.Desk, Role.Focal)]
    public async Task Pages_WithLongNames_AreAccessibleAndFit(int width, Role role)
    {
        await app.AddTaskAsync(LongTitle, new RowDeadline(DeadlineKind.Continuous, "Thường xuyên", null));
        await using var tab = await browser.OpenAsync(app, width, signedInAs: role);
        var found = new List<string>();
        foreach (var door in Doors.All.Where(door => door.Template.StartsWith("plans/") && door.OpensFor(role) && door.IsPage))
        {
            await tab.Page.GotoAsync(door.PathIn(app));
            found.AddRange(await AccessibilityTests.ProblemsAsync(tab, width));
        }

        found.ShouldBeEmpty();
        tab.Complaints.ShouldBeEmpty();
    }

    [Fact]
    [Requirement("BRD-04")]
    public async Task Board_FilterChosen_NarrowsWithoutLeavingThePage()
    {
        await app.AddTaskAsync("Hỗ trợ dịch vụ công trực tuyến");
        await using var tab = await browser.OpenAsync(app, Browser.Desk, signedInAs: Role.Leader);
        await tab.Page.GotoAsync("/plans/board");

        await tab.Page.GetByLabel("Tìm trong nhiệm vụ").FillAsync("ho tro dich vu cong");
        await tab.Page.GetByLabel("Tìm trong nhiệm vụ").PressAsync("Enter");
        await tab.Page.WaitForURLAsync("**words=ho%20tro**");

        (await tab.Page.Locator("tbody tr").CountAsync()).ShouldBe(1);
        tab.Complaints.ShouldBeEmpty();
    }

    private static async Task ShouldBeOnScreenAsync(Tab tab, string selector)
    {
        var box = await tab.Page.Locator(selector).First.BoundingBoxAsync();
        (box!.Y + box.Height).ShouldBeLessThan(tab.Page.ViewportSize!.Height, "no scrolling before the third tap");
    }
}
