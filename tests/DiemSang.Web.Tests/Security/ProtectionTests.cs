using System.Net;
using DiemSang.Modules.Access;
using DiemSang.Tests.TestData;
using DiemSang.Web.Infrastructure.Security;
using DiemSang.Web.Tests.Hosting;

namespace DiemSang.Web.Tests.Security;

[Collection(nameof(WebApp))]
public sealed class ProtectionTests(WebApp app)
{
    [Theory]
    [InlineData("/access/sign-in")]
    [InlineData("/khong-co-trang-nay")]
    [InlineData("/css/site.css")]
    public async Task Get_AnyAddress_CarriesTheHeaders(string path)
    {
        using var visitor = app.Visitor();

        var headers = (await visitor.GetAsync(path)).Headers;

        headers.GetValues("Content-Security-Policy").Single().ShouldBe(SecurityHeaders.ContentSecurityPolicy);
        headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        headers.GetValues("Referrer-Policy").Single().ShouldBe("same-origin");
        headers.GetValues("Cross-Origin-Opener-Policy").Single().ShouldBe("same-origin");
        headers.Contains("Server").ShouldBeFalse();
    }

    [Fact]
    public void ContentSecurityPolicy_Always_RefusesInlineCode() => SecurityHeaders.ContentSecurityPolicy.ShouldNotContain("unsafe");

    [Fact]
    public async Task Get_SignedIn_IsKeptOutOfCaches()
    {
        var client = await app.SignedInAsync(Role.Member);

        (await client.GetAsync("/access/units")).Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Post_WithoutFormToken_IsRefused()
    {
        var client = await app.SignedInAsync(Role.Administrator);

        var answer = await client.PostAsync("/access/units/add", new FormUrlEncodedContent([KeyValuePair.Create("Input.Name", "Phòng lạ")]));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Visiting.ReadAsync(answer)).Text.ShouldContain("Yêu cầu không hợp lệ");
    }

    [Fact]
    public async Task Post_BodyTooLarge_SaysSoWithoutReadingIt()
    {
        using var visitor = app.Visitor();

        var answer = await visitor.PostAsync("/access/sign-in", new ByteArrayContent(new byte[(2 * 1024 * 1024) + 1]));

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await Visiting.ReadAsync(answer)).Text.ShouldContain("quá lớn");
    }

    [Fact]
    public async Task Get_UnknownAddress_IsNotFoundForVisitorsToo()
    {
        using var visitor = app.Visitor();

        var page = await visitor.OpenAsync("/khong-co-trang-nay");

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Text.ShouldContain("Không tìm thấy trang");
    }

    [Fact]
    public async Task SignIn_TooManyTries_IsSlowedDown()
    {
        await using var host = await WebApp.StartAsync(app.Database, "--Limits:SignInsPerAccountPerFiveMinutes=2");
        using var visitor = WebApp.NewClient(WebApp.AddressOf(host));
        await visitor.SignInAsync("ai-do", "sai lần một");
        await visitor.SignInAsync("AI-DO", "sai lần hai");

        var third = await visitor.SignInAsync("ai-do", "sai lần ba");

        third.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        third.Text.ShouldContain("quá nhanh");
    }

    [Fact]
    public async Task Get_TooManyRequests_IsToldWhenToComeBack()
    {
        await using var host = await WebApp.StartAsync(app.Database, "--Limits:RequestsPerMinute=1");
        using var visitor = WebApp.NewClient(WebApp.AddressOf(host));
        await visitor.GetAsync("/access/sign-in");

        var page = await visitor.OpenAsync("/access/sign-in");

        page.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        page.Text.ShouldContain("quá nhanh");
    }

    [Fact]
    public async Task Cookies_BehindATrustedProxyWithHttps_AreSecureAndOutOfReachOfScripts()
    {
        await using var host = await WebApp.StartAsync(app.Database, "--Security:RequireHttps=true", "--Proxy:Addresses=127.0.0.1");
        using var visitor = WebApp.NewClient(WebApp.AddressOf(host));
        visitor.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        var cookies = (await visitor.GetAsync("/access/sign-in")).Headers.GetValues("Set-Cookie").ToList();

        cookies.ShouldNotBeEmpty();
        cookies.ShouldAllBe(cookie => cookie.Contains("secure") && cookie.Contains("httponly") && cookie.Contains("samesite=lax"));
        cookies.ShouldBeUnique();
    }

    [Fact]
    public async Task Get_DatabaseAway_SaysSorryWithoutDetailsAndIsNotReady()
    {
        await using var lost = await TestDatabase.CreateAsync();
        await using var host = await WebApp.StartAsync(lost, "--ConnectionStrings:Application=Host=127.0.0.1;Port=1;Username=nobody;Database=none");
        using var visitor = WebApp.NewClient(WebApp.AddressOf(host));

        (await visitor.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await visitor.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var page = await visitor.OpenAsync("/access/sign-in");

        page.Status.ShouldBe(HttpStatusCode.InternalServerError);
        page.Text.ShouldContain("Hệ thống gặp lỗi");
        page.Text.ShouldContain("Khi báo lỗi, gửi kèm mã:");
        page.Text.ShouldNotContain("Npgsql");
    }

    [Fact]
    public async Task Health_DatabaseThere_IsReady()
    {
        using var visitor = app.Visitor();

        (await visitor.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
