using DiemSang.Core.Surveys.Integrity;
using DiemSang.Modules.Access;
using DiemSang.Modules.Shared.Data;
using DiemSang.Modules.Surveys;
using DiemSang.Modules.Surveys.Collecting;
using DiemSang.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace DiemSang.Web.Tests.Surveys;

/// <summary>The focal official draws a sample, gives out its codes, reads what came of it, reweighs it, asks some again, and publishes.</summary>
[Collection(nameof(Browser))]
public sealed class AnalystJourneyTests(WebApp app, Browser browser)
{
    private static readonly byte[] Frame = System.Text.Encoding.UTF8.GetBytes("ma_ho,thon\n" + string.Concat(Enumerable.Range(1, 60).Select(number => $"H{number},{(number <= 40 ? "Đông" : "Tây")}\n")));

    [Fact]
    [Requirement("SVY-11")]
    public async Task Analyst_FromFrameToPublishedFigure_ReadsWhatTheAnswersAreWorth()
    {
        var sample = await SurveySample.AddAsync(app.Database, app.Ward, app.PersonWith(Role.Focal), "mot_cua");
        await using var tab = await browser.OpenAsync(app, Browser.Desk, signedInAs: Role.Focal);
        await DrawAsync(tab, sample);
        await AnswerAsync(sample);

        await tab.Page.GotoAsync($"/surveys/waves/{sample.Wave}/results");
        await tab.Page.GetByText("Mẫu được rút ngẫu nhiên").WaitForAsync();
        (await tab.Page.Locator(".figures").InnerTextAsync()).ShouldContain("80,0%", Case.Insensitive, "24 of 30 codes came back");
        (await tab.Page.Locator(".interval").CountAsync()).ShouldBeGreaterThan(5);

        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Đổi cách tính" }).ClickAsync();
        await tab.Page.GetByLabel("Hiệu chỉnh theo tỷ lệ trả lời").UncheckAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
        await tab.Page.GetByText("Không hiệu chỉnh theo tỷ lệ trả lời.").WaitForAsync();

        await BackCheckAsync(tab, sample);
        await PublishAsync(tab, sample);
        tab.Complaints.ShouldBeEmpty();
    }

    private static async Task DrawAsync(Tab tab, SurveySample sample)
    {
        await tab.Page.GotoAsync($"/surveys/waves/{sample.Wave}/sample");
        await tab.Page.GetByText("Rút mẫu khác").ClickAsync();
        await tab.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "ho.csv", MimeType = "text/csv", Buffer = Frame });
        await tab.Page.GetByLabel("Cột mã hộ hoặc hồ sơ").FillAsync("ma_ho");
        await tab.Page.GetByLabel("Cột tầng").FillAsync("thon");
        await tab.Page.GetByLabel("Cỡ mẫu").FillAsync("30");
        await tab.Page.GetByLabel("Chữ gieo").FillAsync("hội nghị thôn");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Rút mẫu" }).ClickAsync();
        await tab.Page.GetByText("--seed 'hội nghị thôn'").WaitForAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Cấp 30 mã một lần cho mẫu này" }).ClickAsync();
        await tab.Page.GetByText("rời trang là không xem lại được").WaitForAsync();
    }

    private Task<SubmissionOutcome[]> AnswerAsync(SurveySample sample) => app.WithAsync(async services =>
    {
        var codes = await services.GetRequiredService<DiemSangDbContext>().Set<AccessCode>().Where(code => code.WaveId == sample.Wave).Select(code => code.Id).Take(24).ToListAsync();
        var writer = services.GetRequiredService<ResponseWriter>();
        return await Task.WhenAll(codes.Select((code, number) => writer.StoreAsync(new Submission
        {
            OrganisationId = app.Ward.Id, WaveId = sample.Wave, PointId = sample.Point, Key = Guid.CreateVersion7(), CodeId = code, Channel = CollectionChannel.Interviewer,
            HelperId = app.PersonWith(Role.Focal).Id, StartedAt = DateTimeOffset.UtcNow.AddMinutes(-5), FinishedAt = DateTimeOffset.UtcNow,
            Answers = new Dictionary<string, string> { ["viec"] = "1", ["s_1"] = number < 18 ? "5" : "2", ["s_2"] = "4" },
        })));
    });

    private static async Task BackCheckAsync(Tab tab, SurveySample sample)
    {
        await tab.Page.GotoAsync($"/surveys/waves/{sample.Wave}/back-check");
        await tab.Page.GetByLabel("Số phiếu cần hỏi lại").FillAsync("2");
        await tab.Page.GetByLabel("Chữ gieo").FillAsync("phúc tra");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Rút danh sách" }).ClickAsync();
        await tab.Page.GetByLabel("Hỏi lại thấy").First.SelectOptionAsync("Same");
        await tab.Page.GetByLabel("Hỏi lại thấy").Last.SelectOptionAsync("Different");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu kết quả phúc tra" }).ClickAsync();
        (await tab.Page.Locator("tr", new() { HasText = "Cả đợt" }).InnerTextAsync()).ShouldContain("50%");
    }

    private static async Task PublishAsync(Tab tab, SurveySample sample)
    {
        await tab.Page.GotoAsync($"/surveys/waves/{sample.Wave}");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Đóng đợt" }).ClickAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Kết quả" }).ClickAsync();
        await tab.Page.GetByText("Công bố số liệu").ClickAsync();
        await tab.Page.GetByLabel("Thuộc chỉ số").SelectOptionAsync("PAPI");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Công bố" }).ClickAsync();
        await tab.Page.GetByText("Đã công bố lúc").WaitForAsync();
        await tab.Page.GotoAsync("/plans/board?index=PAPI");
        await tab.Page.GetByText("Người dân trả lời").WaitForAsync();
    }
}
