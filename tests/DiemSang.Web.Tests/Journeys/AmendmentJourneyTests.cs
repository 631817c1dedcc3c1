using DiemSang.Modules.Access;
using DiemSang.Modules.Shared;
using DiemSang.Tests;
using DiemSang.Web.Tests.Hosting;
using Microsoft.Playwright;

namespace DiemSang.Web.Tests.Journeys;

/// <summary>An issued plan is amended by three people, none of whose browsers runs scripts.</summary>
[Collection(nameof(Browser))]
public sealed class AmendmentJourneyTests(WebApp app, Browser browser)
{
    [Fact]
    [Requirement("PLN-24", "PLN-25")]
    public async Task Amend_WithoutScripts_FromAHeadsPhoneToTheLeadersDecision()
    {
        var (plan, _, _) = await app.AddTaskAsync("Niêm yết công khai thủ tục hành chính");

        await using (var head = await browser.OpenAsync(app, Browser.Phone, withScripts: false, signedInAs: Role.Head))
        {
            await head.Page.GotoAsync($"/plans/{plan}");
            await head.Page.GetByRole(AriaRole.Link, new() { Name = "Đề xuất sửa" }).ClickAsync();
            await head.Page.GetByLabel("Thời gian hoàn thành").FillAsync("Thường xuyên");
            await head.Page.GetByLabel("Lý do đề xuất").FillAsync("Việc này làm hằng ngày");
            await head.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi đề xuất" }).ClickAsync();
            await head.Page.WaitForURLAsync("**/amendments#proposal-*");
        }

        await using (var focal = await browser.OpenAsync(app, withScripts: false, signedInAs: Role.Focal))
        {
            await focal.Page.GotoAsync($"/plans/{plan}/amendments");
            await focal.Page.GetByLabel("Lý do tiếp nhận hoặc không").FillAsync("Đúng thực tế");
            await focal.Page.GetByRole(AriaRole.Button, new() { Name = "Tiếp nhận" }).First.ClickAsync();
            await focal.Page.GetByRole(AriaRole.Link, new() { Name = "Xem từng thay đổi và trình" }).ClickAsync();
            await focal.Page.GetByRole(AriaRole.Button, new() { Name = "Trình lãnh đạo duyệt" }).ClickAsync();
            (await focal.Page.GetByRole(AriaRole.Status).InnerTextAsync()).ShouldContain("Đã trình");
        }

        await using var leader = await browser.OpenAsync(app, Browser.Phone, withScripts: false, signedInAs: Role.Leader);
        await leader.Page.GotoAsync($"/plans/{plan}/amendments");
        await leader.Page.GetByRole(AriaRole.Link, new() { Name = "Bản sửa đổi đang làm" }).ClickAsync();
        await leader.Page.GetByLabel("Số quyết định").FillAsync("42");
        await leader.Page.GetByLabel("Ngày quyết định").FillAsync(TimeProvider.System.Today().ToString("dd/MM/yyyy"));
        await leader.Page.GetByRole(AriaRole.Button, new() { Name = "Duyệt sửa đổi" }).ClickAsync();
        await leader.Page.GetByRole(AriaRole.Link, new() { Name = "So với bản trước" }).ClickAsync();

        (await leader.Page.Locator(".change ins").InnerTextAsync()).ShouldBe("Thường xuyên");
        leader.Complaints.ShouldBeEmpty();
    }
}
