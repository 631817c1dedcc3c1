using DiemSang.Modules.Access;
using DiemSang.Tests;
using DiemSang.Tests.TestData;
using DiemSang.Web.Tests.Hosting;
using Microsoft.Playwright;

namespace DiemSang.Web.Tests.Journeys;

/// <summary>The way from a file to a corrected draft, as a focal official goes it.</summary>
[Collection(nameof(Browser))]
public sealed class PlanImportJourneyTests(WebApp app, Browser browser)
{
    [Fact]
    [Requirement("PLN-08", "PLN-10", "PLN-14")]
    public async Task Import_WithoutScripts_FromFileToCorrectedDraft()
    {
        await using var tab = await browser.OpenAsync(app, withScripts: false, signedInAs: Role.Focal);
        var page = tab.Page;

        await page.GotoAsync("/plans");
        await page.GetByRole(AriaRole.Link, new() { Name = "Nhập từ tệp" }).ClickAsync();
        await SendAsync(page, PlanFiles.Demo.Replace("Hiểu biết của người dân", "Hiểu biết trong hành trình").Replace("80% hộ gia đình", "81% hộ gia đình"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Tạo kế hoạch từ bản đọc" }).ClickAsync(new() { Timeout = 20_000 });

        await page.WaitForURLAsync("**/review");
        await page.Locator(".draft-row a.source").First.ClickAsync();
        (await page.Locator("tr:target").InnerTextAsync()).ShouldContain("Hiểu biết trong hành trình");
        await page.Locator("tr:target a.mark").ClickAsync();
        await page.Locator(".draft-row:target h4 a").ClickAsync();

        (await page.Locator(".excerpt tr.is-here").InnerTextAsync()).ShouldContain("81% hộ gia đình");
        await page.GetByLabel("Chỉ tiêu/kết quả").FillAsync("Từ 81% lên 90% hộ gia đình được phổ biến");
        await page.GetByLabel("Thời gian hoàn thành").FillAsync("trước ngày 15/6/2026");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu dòng" }).ClickAsync();

        (await page.Locator(".draft-row:target").InnerTextAsync()).ShouldContain("14/06/2026");
        tab.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Import_WithScripts_FollowsTheReadingAndTheDeadlineAsTyped()
    {
        await using var tab = await browser.OpenAsync(app, Browser.Phone, signedInAs: Role.Focal);
        var page = tab.Page;

        await page.GotoAsync("/plans/import");
        await SendAsync(page, PlanFiles.Demo.Replace("Hiểu biết của người dân", "Hiểu biết trên điện thoại"));
        await page.GetByRole(AriaRole.Heading, new() { Name = "Hệ thống đã đọc được" }).WaitForAsync(new() { Timeout = 20_000 });
        await page.GotoAsync($"/plans/{app.Imports.Plan}/review/rows/{app.Imports.Row}");
        await page.GetByLabel("Thời gian hoàn thành").FillAsync("31/12 hằng năm");

        await Assertions.Expect(page.Locator("#understood")).ToContainTextAsync("Hằng năm");
        tab.Complaints.ShouldBeEmpty();
    }

    private static async Task SendAsync(IPage page, string text)
    {
        await page.GetByLabel("Tệp kế hoạch").SetInputFilesAsync(new FilePayload { Name = "ke-hoach.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(text) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi và đọc tệp" }).ClickAsync();
    }
}
