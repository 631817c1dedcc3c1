using System.Text;
using DiemSang.Modules.Access;
using DiemSang.Modules.Surveys;
using DiemSang.Web.Tests.Hosting;
using Microsoft.Playwright;

namespace DiemSang.Web.Tests.Surveys;

/// <summary>A citizen's phone, a kiosk, an interviewer's phone off line and a clerk's desk, in Chromium.</summary>
[Collection(nameof(Browser))]
public sealed class SurveyJourneyTests(WebApp app, Browser browser)
{
    private static readonly string[] Scale = ["s_1", "s_2", "s_3", "s_4", "s_5"];

    [Fact]
    [Requirement("SVY-02")]
    public async Task Citizen_PhoneWithoutScripts_AnswersToTheEnd()
    {
        var sample = await SampleAsync();
        await using var tab = await browser.OpenAsync(app, Browser.Phone, withScripts: false);
        await tab.Page.GotoAsync($"/surveys/answer/{sample.Code}");
        await FillInAsync(tab);

        await tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Cảm ơn Ông/Bà" }).WaitForAsync();

        (await CountAsync(sample)).ShouldBe(1);
        tab.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Kiosk_LeftHalfway_ShowsTheNextVisitorNothing(bool withScripts)
    {
        var sample = await SampleAsync();
        var start = $"/surveys/kiosk/{sample.Code}";
        await using var tab = await browser.OpenAsync(app, Browser.Desk, withScripts);
        await tab.Page.GotoAsync(start);
        await tab.Page.GetByText("Nhận kết quả").ClickAsync();
        await NextAsync(tab);
        await tab.Page.GetByText("Muộn hơn").ClickAsync();

        await tab.Page.ReloadAsync();
        (await tab.Page.Locator("input:checked").CountAsync()).ShouldBe(0);
        await tab.Page.GetByText("Hôm nay Ông/Bà đến làm gì?").WaitForAsync();

        await tab.Page.GetByText("Nhận kết quả").ClickAsync();
        await NextAsync(tab);
        await tab.Page.GetByText("Muộn hơn").WaitForAsync();
        try
        {
            await tab.Page.GoBackAsync(new PageGoBackOptions { Timeout = 5000 });
        }
        catch (PlaywrightException)
        {
            // A browser without scripts asks whether to send the page again instead of showing it: nothing is shown.
        }

        (await tab.Page.Locator("input:checked").CountAsync()).ShouldBe(0);
        (await CountAsync(sample)).ShouldBe(0);
    }

    [Fact]
    public async Task Kiosk_IdleForAMinute_IsBackAtTheStart()
    {
        var sample = await SampleAsync();
        await using var tab = await browser.OpenAsync(app, Browser.Desk);
        await tab.Page.Clock.InstallAsync();
        await tab.Page.GotoAsync($"/surveys/kiosk/{sample.Code}");
        await tab.Page.GetByText("Nhận kết quả").ClickAsync();
        await NextAsync(tab);
        await tab.Page.GetByText("Muộn hơn").ClickAsync();

        await tab.Page.Clock.FastForwardAsync("01:01");

        await tab.Page.GetByText("Hôm nay Ông/Bà đến làm gì?").WaitForAsync();
        (await tab.Page.Locator("input:checked").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Kiosk_PowerCutHalfwayAndAfterFinishing_LeavesNoWordOnItsDisk()
    {
        const string Said = "ghếchờkhôngđủ";
        var sample = await SampleAsync();
        var profile = Directory.CreateTempSubdirectory("diemsang-kiosk-");
        try
        {
            var halfway = await browser.OpenProfileAsync(app, profile.FullName, Browser.Desk);
            await halfway.Page.GotoAsync($"/surveys/kiosk/{sample.Code}");
            await FillInToTheLastPageAsync(halfway);
            await halfway.Page.GetByRole(AriaRole.Textbox).FillAsync(Said);
            await Browser.KillAsync(profile.FullName);
            (await CountAsync(sample)).ShouldBe(0);

            await using var next = await browser.OpenProfileAsync(app, profile.FullName, Browser.Desk);
            await next.Page.GotoAsync($"/surveys/kiosk/{sample.Code}");
            await next.Page.GetByText("Hôm nay Ông/Bà đến làm gì?").WaitForAsync();
            (await next.Page.Locator("input:checked").CountAsync()).ShouldBe(0);
            await FillInToTheLastPageAsync(next);
            await next.Page.GetByRole(AriaRole.Textbox).FillAsync(Said);
            await next.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi phiếu" }).ClickAsync();
            await next.Page.GetByText("Cảm ơn").First.WaitForAsync();
            await next.Page.GetByText("Hôm nay Ông/Bà đến làm gì?").WaitForAsync();
            await Browser.KillAsync(profile.FullName);

            (await CountAsync(sample)).ShouldBe(1);
            FilesWith(Said, profile).ShouldBeEmpty();
        }
        finally
        {
            profile.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Kiosk_WithoutScripts_ReturnsToTheStartByItself()
    {
        var sample = await SampleAsync();
        await using var host = await WebApp.StartAsync(app.Database, "--Kiosk:PageSeconds=4", "--Kiosk:ThanksSeconds=1");
        await using var tab = await browser.OpenAsync(WebApp.AddressOf(host), Browser.Desk, withScripts: false);
        await tab.Page.GotoAsync($"/surveys/kiosk/{sample.Code}");
        await tab.Page.GetByText("Nhận kết quả").ClickAsync();
        await NextAsync(tab);
        await tab.Page.GetByText("Muộn hơn").ClickAsync();

        await tab.Page.GetByText("Hôm nay Ông/Bà đến làm gì?").WaitForAsync();
        (await tab.Page.Locator("input:checked").CountAsync()).ShouldBe(0);
        (await CountAsync(sample)).ShouldBe(0);

        await FillInToTheLastPageAsync(tab);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi phiếu" }).ClickAsync();
        await tab.Page.GetByText("Cảm ơn").First.WaitForAsync();
        await tab.Page.GetByText("Hôm nay Ông/Bà đến làm gì?").WaitForAsync();
        (await CountAsync(sample)).ShouldBe(1);
    }

    /// <summary>The page and every script and style it used: they are kept one after the other.</summary>
    private const string KeptWithAllItsFiles = """
        async path => !!await caches.match(path, { cacheName: 'pages' })
          && (await Promise.all(performance.getEntriesByType('resource').map(entry => entry.name).filter(name => /\/(css|js)\//.test(name))
              .map(name => caches.match(name, { cacheName: 'assets' })))).every(Boolean)
        """;

    /// <summary>Opened once, then an hour without a line: a crash in the middle of an interview, a second one finished, and each sent once.</summary>
    [Fact]
    [Requirement("SVY-05")]
    public async Task Interviewer_CrashThenAnHourOffLine_LosesNoAnswerAndSendsEachOnce()
    {
        var sample = await SampleAsync();
        var path = $"/surveys/interview/{sample.Wave}";
        var profile = Directory.CreateTempSubdirectory("diemsang-interviewer-");
        try
        {
            var before = await browser.OpenProfileAsync(app, profile.FullName, Browser.Phone);
            await before.SignInAsync(WebApp.UserNameOf(app.PersonWith(Role.Member)), WebApp.Password);
            await before.Page.GotoAsync(path);
            await before.Page.GetByText("Mọi phiếu làm trên máy này đã được gửi.").WaitForAsync();
            await before.UntilAsync(KeptWithAllItsFiles, path);
            await before.Page.Context.SetOfflineAsync(true);
            await before.Page.GetByRole(AriaRole.Button, new() { Name = "Bắt đầu phỏng vấn" }).ClickAsync();
            await before.Page.GetByText("Hỏi thông tin").ClickAsync();
            await NextAsync(before);
            await before.Page.GetByText("Trang 2").WaitForAsync();
            await Browser.KillAsync(profile.FullName);

            await using var tab = await browser.OpenProfileAsync(app, profile.FullName, Browser.Phone);
            // Chromium's imitation of a lost line keeps a service worker from starting: it starts here, on a page that it does not keep.
            await tab.Page.GotoAsync("/access/sign-in");
            await tab.Page.Context.SetOfflineAsync(true);
            await tab.Page.Clock.InstallAsync();
            await tab.Page.GotoAsync(path);
            await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Làm tiếp phiếu dở" }).ClickAsync();
            await tab.Page.GetByText("Trang 2").WaitForAsync();
            await tab.Page.GetByText("Không có mạng.").WaitForAsync();
            await FinishInterviewAsync(tab);
            await tab.Page.GetByText("Chờ gửi").First.WaitForAsync();
            await tab.Page.Clock.FastForwardAsync("01:00:00");
            await tab.Page.ReloadAsync();
            await tab.Page.GetByText("Chờ gửi").First.WaitForAsync();
            (await CountAsync(sample)).ShouldBe(0);

            await tab.Page.Context.SetOfflineAsync(false);
            await tab.SignInAsync(WebApp.UserNameOf(app.PersonWith(Role.Member)), WebApp.Password);
            await tab.Page.GotoAsync(path);
            await tab.Page.GetByText("Mọi phiếu làm trên máy này đã được gửi.").WaitForAsync();
            await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi ngay" }).ClickAsync();

            (await CountAsync(sample)).ShouldBe(1);
        }
        finally
        {
            await Browser.KillAsync(profile.FullName);
            profile.Delete(recursive: true);
        }
    }

    /// <summary>A wrong code is told after the interview, when the line is back: the interview is opened again, corrected and sent.</summary>
    [Fact]
    public async Task Interviewer_CodeRefused_OpensTheInterviewAgainAndCorrectsIt()
    {
        var sample = await SurveySample.AddAsync(app.Database, app.Ward, app.PersonWith(Role.Focal), "mot_cua", needsCode: true);
        var code = await sample.IssueCodeAsync(app, "HO-17");
        await using var tab = await browser.OpenAsync(app, Browser.Phone, signedInAs: Role.Member);
        await tab.Page.GotoAsync($"/surveys/interview/{sample.Wave}");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Bắt đầu phỏng vấn" }).ClickAsync();
        await tab.Page.GetByText("Hỏi thông tin").ClickAsync();
        await tab.Page.GetByLabel("Mã một lần").FillAsync("khongcomanay");
        await NextAsync(tab);
        await FinishInterviewAsync(tab);
        await tab.Page.GetByText("Không được nhận: Không có mã này.").WaitForAsync();

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Mở lại để sửa" }).ClickAsync();
        await tab.Page.GetByLabel("Mã một lần").FillAsync(code);
        await NextAsync(tab);
        await FinishInterviewAsync(tab);
        await tab.Page.Locator("[data-sent]", new() { HasText = "1" }).WaitForAsync();

        (await ResponsesAsync(sample)).ShouldHaveSingleItem().CodeId.ShouldNotBeNull();
    }

    [Fact]
    [Requirement("SVY-01", "SVY-04")]
    public async Task Clerks_KeyingOnePaperTwice_SettleWhatDiffersByThePaper()
    {
        var sample = await SampleAsync();
        await KeyAsync(sample, Role.Member, "4", "lần nhập thứ nhất");
        await KeyAsync(sample, Role.Member, "4", "lần thứ hai phải do người khác nhập");
        await using var second = await KeyAsync(sample, Role.Head, "2", "Hai lần nhập khác nhau");

        await second.Page.GetByLabel("Lần 1: 4").CheckAsync();
        await second.Page.GetByRole(AriaRole.Button, new() { Name = "Ghi theo tờ giấy" }).ClickAsync();
        await second.Page.GetByText("phiếu đã được ghi").WaitForAsync();

        var stored = (await ResponsesAsync(sample)).Single();
        (stored.Channel, stored.Answers["s_1"]).ShouldBe((Core.Surveys.Integrity.CollectionChannel.Paper, "4"));
    }

    private async Task<Tab> KeyAsync(SurveySample sample, Role clerk, string first, string said)
    {
        var tab = await browser.OpenAsync(app, Browser.Desk, signedInAs: clerk);
        await tab.Page.GotoAsync($"/surveys/waves/{sample.Wave}/keying");
        await tab.Page.GetByLabel("Số phiếu").FillAsync("7");
        await tab.Page.GetByLabel("Nơi phát phiếu").SelectOptionAsync(new SelectOptionValue { Value = sample.Point.ToString() });
        await tab.Page.GetByLabel("Ngày điền phiếu").FillAsync("20/11/2026");
        await tab.Page.Locator("#k-viec").FillAsync("1");
        foreach (var variable in Scale)
        {
            await tab.Page.Locator($"#k-{variable}").FillAsync(variable == "s_1" ? first : "5");
        }

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu phiếu" }).ClickAsync();
        await tab.Page.GetByText(said).First.WaitForAsync();
        return tab;
    }

    /// <summary>From the second page on.</summary>
    private static async Task FinishInterviewAsync(Tab tab)
    {
        await NextAsync(tab);
        foreach (var variable in Scale)
        {
            await tab.Page.Locator($"input[name='{variable}'][value='4']").CheckAsync();
        }

        await NextAsync(tab);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Hoàn thành phiếu" }).ClickAsync();
    }

    private static async Task FillInAsync(Tab tab)
    {
        await FillInToTheLastPageAsync(tab);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi phiếu" }).ClickAsync();
    }

    private static async Task FillInToTheLastPageAsync(Tab tab)
    {
        await tab.Page.GetByText("Hỏi thông tin").ClickAsync();
        await NextAsync(tab);
        await NextAsync(tab);
        foreach (var variable in Scale)
        {
            await tab.Page.Locator($"input[name='a.{variable}'][value='4']").CheckAsync();
        }

        await NextAsync(tab);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi phiếu" }).WaitForAsync();
    }

    private static List<string> FilesWith(string text, DirectoryInfo folder) =>
    [
        .. folder.EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.Exists && file.LinkTarget is null).Select(file => (file.FullName, Bytes: File.ReadAllBytes(file.FullName)))
            .Where(file => new[] { Encoding.UTF8, Encoding.Unicode }.Any(encoding => file.Bytes.AsSpan().IndexOf(encoding.GetBytes(text)) >= 0)).Select(file => file.FullName),
    ];

    private static Task NextAsync(Tab tab) => tab.Page.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục" }).ClickAsync();

    private Task<SurveySample> SampleAsync() => SurveySample.AddAsync(app.Database, app.Ward, app.PersonWith(Role.Focal), "mot_cua");

    private async Task<int> CountAsync(SurveySample sample) => (await ResponsesAsync(sample)).Count;

    private Task<List<Response>> ResponsesAsync(SurveySample sample) => sample.ResponsesAsync(app);
}
