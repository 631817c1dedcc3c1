using DiemSang.Modules.Access;
using DiemSang.Modules.Scorecards;
using DiemSang.Modules.Scorecards.Rounds;
using DiemSang.Modules.Shared;
using DiemSang.Modules.Shared.Data;
using DiemSang.Tests.TestData;
using DiemSang.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace DiemSang.Web.Tests.Journeys;

/// <summary>A whole round between a ward on its phone and its province at a desk: a locked deadline, an explanation, an override, a published ranking.</summary>
[Collection(nameof(Browser))]
public sealed class RoundJourneyTests(WebApp app, Browser browser)
{
    private Organisation _province = null!;
    private Organisation _ward = null!;
    private Guid _round;

    [Fact]
    [Requirement("SCR-01", "SCR-11", "RNK-08", "RNK-09")]
    public async Task Round_BetweenAWardAndItsProvince_EndsInAPublishedRanking()
    {
        var people = await SettleAsync();
        await using var ward = await OpenAsync(people["focal"], Browser.Phone);
        await using var head = await OpenAsync(people["leader"], Browser.Phone);
        await using var province = await OpenAsync(people["province"], Browser.Desk);
        await using var council = await OpenAsync(people["council"], Browser.Desk);

        await ScoreOnThePhoneAsync(ward);
        await LoseTheLineAsync(ward);
        await ClickAsync(head, $"/scorecards/rounds/{_round}/sheets/{_ward.Id}", "Duyệt và nộp");
        await MoveAsync(selfScoreTo: -1);
        await ward.Page.GotoAsync(Self("1.3"));
        (await ward.Page.InnerTextAsync("main")).ShouldContain("Phiếu đã nộp hoặc đã khóa");

        await QuestionAsync(province);
        await MoveAsync(selfScoreTo: -6);
        await ExplainAsync(ward);
        await MoveAsync(selfScoreTo: -16);
        await OverrideAsync(province);
        await ClickAsync(council, $"/scorecards/rounds/{_round}/publish", "Công bố", page => page.GetByLabel("Quyết định công bố").FillAsync("12/QĐ-UBND ngày 20/12/2026"));
        await council.Page.GetByLabel("Tính 0 điểm cho những tiêu chí chưa có kết luận").CheckAsync();
        await council.Page.GetByRole(AriaRole.Button, new() { Name = "Công bố", Exact = true }).ClickAsync();
        await council.Page.WaitForURLAsync("**/ranking");

        await ward.Page.GotoAsync($"/scorecards/rounds/{_round}/ranking");
        (await ward.Page.InnerTextAsync("main")).ShouldContain(_ward.Name);
        (await ward.Page.InnerTextAsync("main")).ShouldContain("Công bố theo 12/QĐ-UBND");
        new[] { ward, head, province }.SelectMany(tab => tab.Complaints).Where(complaint => !complaint.Contains("ERR_INTERNET_DISCONNECTED")).ShouldBeEmpty();
    }

    private async Task ScoreOnThePhoneAsync(Tab ward)
    {
        await ward.Page.GotoAsync("/scorecards");
        await ward.Page.GetByRole(AriaRole.Link, new() { Name = "Phiếu của cơ quan" }).ClickAsync();
        await ward.Page.GetByRole(AriaRole.Link, new() { Name = "Bắt đầu chấm" }).ClickAsync();
        await FillAsync(ward, ("Ngày ban hành hoặc hoàn thành", "20/01/2026"));
        await FillAsync(ward, ("Số đạt yêu cầu", "9"), ("Tổng số", "10"));
        await FillAsync(ward, ("Số lượng", "2"));
        (await ward.Page.InnerTextAsync("main")).ShouldContain("3/3");
    }

    /// <summary>The line goes while one types: nothing is lost, and it saves itself when the line is back.</summary>
    private async Task LoseTheLineAsync(Tab ward)
    {
        await ward.Page.GotoAsync(Self("1.3"));
        await ward.Page.Context.SetOfflineAsync(true);
        await ward.Page.GetByLabel("Số lượng", new() { Exact = true }).FillAsync("1");
        await ward.Page.GetByText("Mất đường truyền").WaitForAsync();
        await ward.Page.Context.SetOfflineAsync(false);
        await ward.Page.GetByText("Đã tự lưu. 1 × 2,5 = 2,5 điểm.").WaitForAsync();
        await ward.Page.GetByLabel("Số lượng", new() { Exact = true }).FillAsync("2");
        await ward.Page.GetByText("Đã tự lưu. 2 × 2,5 = 5 điểm.").WaitForAsync();
    }

    /// <summary>What the rule asks for and a document that proves it, then on to the next criterion.</summary>
    private static async Task FillAsync(Tab tab, params (string Label, string Value)[] fields)
    {
        foreach (var (label, value) in fields)
        {
            await tab.Page.GetByLabel(label, new() { Exact = true }).FillAsync(value);
        }

        await tab.Page.GetByLabel("Số văn bản chứng minh").FillAsync("12/BC-UBND ngày 05/02/2026");
        await tab.Page.Locator("button[name=then]").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Status).WaitForAsync();
    }

    private async Task QuestionAsync(Tab province)
    {
        await province.Page.GotoAsync($"/scorecards/rounds/{_round}/queue?code=1.2");
        await province.Page.GetByRole(AriaRole.Link, new() { Name = "Thẩm định đơn vị tiếp theo" }).ClickAsync();
        await province.Page.GetByText("Ấn định điểm", new() { Exact = true }).ClickAsync();
        await province.Page.GetByLabel("Điểm ấn định").FillAsync("6");
        await province.Page.GetByLabel("Lý do").FillAsync("Ba nhiệm vụ chưa có sản phẩm");
        await province.Page.GetByLabel("Yêu cầu đơn vị giải trình").CheckAsync();
        await province.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu, sang đơn vị tiếp theo" }).ClickAsync();
        await province.Page.GetByRole(AriaRole.Status).WaitForAsync();
    }

    private async Task ExplainAsync(Tab ward)
    {
        await ward.Page.GotoAsync($"/scorecards/rounds/{_round}/sheets/{_ward.Id}");
        await ward.Page.GetByRole(AriaRole.Link, new() { Name = "1.2 Thực hiện nhiệm vụ" }).ClickAsync();
        (await ward.Page.InnerTextAsync("main")).ShouldContain("Ba nhiệm vụ chưa có sản phẩm");
        await ward.Page.GetByLabel("Giải trình").FillAsync("Hai sản phẩm đã ban hành tháng 11");
        await ward.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu giải trình" }).ClickAsync();
        await ward.Page.GetByRole(AriaRole.Status).WaitForAsync();
    }

    private async Task OverrideAsync(Tab province)
    {
        await province.Page.GotoAsync($"/scorecards/rounds/{_round}/sheets/{_ward.Id}/appraise?code=1.2");
        (await province.Page.InnerTextAsync("main")).ShouldContain("Hai sản phẩm đã ban hành tháng 11");
        await province.Page.GetByText("Ấn định điểm", new() { Exact = true }).ClickAsync();
        await province.Page.GetByLabel("Điểm ấn định").FillAsync("8");
        await province.Page.GetByLabel("Lý do").FillAsync("Chấp nhận hai sản phẩm");
        await province.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu, sang đơn vị tiếp theo" }).ClickAsync();
        await province.Page.GotoAsync($"/scorecards/rounds/{_round}/sheets/{_ward.Id}/appraise?code=1.2");
        (await province.Page.InnerTextAsync("main")).ShouldContain("tính theo quy tắc 9");
    }

    private static async Task ClickAsync(Tab tab, string path, string button, Func<IPage, Task>? before = null)
    {
        await tab.Page.GotoAsync(path);
        await (before?.Invoke(tab.Page) ?? Task.CompletedTask);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await tab.Page.WaitForLoadStateAsync();
    }

    private string Self(string code) => $"/scorecards/rounds/{_round}/sheets/{_ward.Id}/self?code={code}";

    private async Task<Tab> OpenAsync(Person person, int width)
    {
        var tab = await browser.OpenAsync(app, width);
        await tab.SignInAsync(WebApp.UserNameOf(person), WebApp.Password);
        return tab;
    }

    private async Task<Dictionary<string, Person>> SettleAsync()
    {
        _province = await app.Database.AddOrganisationAsync("Ủy ban nhân dân tỉnh Trường Sơn", OrganisationKind.Province);
        _ward = await app.Database.AddOrganisationAsync("Ủy ban nhân dân phường Sông Lam", OrganisationKind.Ward, _province);
        var people = new Dictionary<string, Person>
        {
            ["focal"] = await app.AddPersonAsync(Role.Focal, organisation: _ward), ["leader"] = await app.AddPersonAsync(Role.Leader, organisation: _ward),
            ["province"] = await app.AddPersonAsync(Role.Focal, organisation: _province), ["council"] = await app.AddPersonAsync(Role.Leader, organisation: _province),
        };
        _round = await AsProvinceAsync(people["province"], async (services, actor) =>
        {
            var set = await ScorecardSample.AddSetAsync(services, actor, ScoredProvince.SetYaml);
            var keeper = services.GetRequiredService<RoundKeeper>();
            var round = await keeper.AddAsync(actor, new RoundOrder(set, "Chấm điểm cả năm", 2026, ScorecardSample.DatesFrom(TimeProvider.System.Today()), [_ward.Id], "Tốt>=80; Khá>=60; Yếu<60"));
            await keeper.OpenAsync(actor, round!);
            return round!.Id;
        });
        return people;
    }

    /// <summary>Time passes: the days of the round move against today, and the clock's turn comes.</summary>
    private Task<bool> MoveAsync(int selfScoreTo) => AsProvinceAsync(null, async (services, actor) =>
    {
        var file = (await services.GetRequiredService<RoundReader>().OpenAsync(_round))!;
        var moved = await services.GetRequiredService<RoundKeeper>().MoveDatesAsync(actor, file.Round, ScorecardSample.DatesFrom(TimeProvider.System.Today().AddDays(selfScoreTo)), file.Round.Version, "Thời gian trôi");
        await services.GetRequiredService<RoundClock>().RunAsync(_province.Id);
        return moved;
    });

    private async Task<T> AsProvinceAsync<T>(Person? person, Func<IServiceProvider, Actor, Task<T>> use)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Set(_province.Id);
        return await use(scope.ServiceProvider, new Actor(_province.Id, person?.Id ?? Guid.NewGuid(), "Lò Thị Hương Giang", [new HeldRole(Role.Focal, null, IsActing: false)]));
    }
}
