using DiemSang.Modules.Access;
using DiemSang.Web.Tests.Hosting;
using Microsoft.Playwright;

namespace DiemSang.Web.Tests.Journeys;

[Collection(nameof(Browser))]
public sealed class SignInJourneyTests(WebApp app, Browser browser)
{
    private const int PublicPageBytes = 100 * 1024;

    [Fact]
    public async Task SignIn_WithoutScripts_WorksToTheLastPage()
    {
        await using var tab = await browser.OpenAsync(app, Browser.Phone, withScripts: false, signedInAs: Role.Administrator);

        await tab.Page.GetByText("Mục khác").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Cơ quan" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Người", Exact = true }).ClickAsync();
        await tab.Page.GetByLabel("Tìm theo tên").FillAsync("khanh");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Tìm" }).ClickAsync();
        (await tab.Page.GetByRole(AriaRole.Table).InnerTextAsync()).ShouldContain("Khánh");
        await tab.Page.Locator("details.menu summary").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();

        tab.Page.Url.ShouldEndWith("/access/sign-in");
    }

    [Fact]
    public async Task Filter_WithScripts_AsksTheSamePageForItsResultsOnly()
    {
        await using var tab = await browser.OpenAsync(app, signedInAs: Role.Member);
        await tab.Page.GotoAsync("/access/people");
        await tab.Page.EvaluateAsync("window.stayed = true");

        await tab.Page.GetByLabel("Tìm theo tên").FillAsync("không có ai");
        await tab.Page.GetByLabel("Tìm theo tên").PressAsync("Tab");
        await tab.Page.GetByText("Không có ai khớp").WaitForAsync();

        tab.Page.Url.ShouldContain("name=");
        (await tab.Page.EvaluateAsync<bool>("window.stayed")).ShouldBeTrue();
        tab.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Passkey_AddedOnce_SignsInWithoutTyping()
    {
        await using var tab = await browser.OpenAsync(app);
        await GiveAuthenticatorAsync(tab.Page);
        await tab.SignInAsync(WebApp.UserNameOf(await app.AddPersonAsync(name: "Hứa Thị Ngọc Ánh")), WebApp.Password);
        await tab.Page.GotoAsync("/access/my-account/passkeys");
        await tab.Page.GetByLabel("Đặt tên khóa").FillAsync("Máy ở bàn");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Thêm khóa" }).ClickAsync();
        await tab.Page.GetByText("Đã thêm khóa truy cập").WaitForAsync();
        (await tab.Page.GetByRole(AriaRole.Table).InnerTextAsync()).ShouldContain("Máy ở bàn");

        await tab.Page.Context.ClearCookiesAsync();
        await tab.Page.GotoAsync("/access/sign-in?returnUrl=/access/my-account");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "khóa truy cập" }).ClickAsync();
        await tab.Page.WaitForURLAsync(Tab.AccountPage());

        (await tab.Page.Locator("main").InnerTextAsync()).ShouldContain("Hứa Thị Ngọc Ánh");
        tab.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/access/sign-in")]
    [InlineData("/access/sign-in/forgotten")]
    public async Task PublicPage_FirstVisit_IsLight(string path)
    {
        await using var tab = await browser.OpenAsync(app, Browser.Phone);
        await tab.Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });

        var bytes = await tab.Page.EvaluateAsync<int>(
            "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce((sum, entry) => sum + entry.transferSize, 0)");

        bytes.ShouldBeInRange(1, PublicPageBytes);
    }

    /// <summary>A security key inside the browser that always says yes.</summary>
    private static async Task GiveAuthenticatorAsync(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
