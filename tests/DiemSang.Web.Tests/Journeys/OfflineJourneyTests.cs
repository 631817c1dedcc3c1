using DiemSang.Core.Planning;
using DiemSang.Modules.Access;
using DiemSang.Modules.Plans;
using DiemSang.Modules.Plans.Working;
using DiemSang.Modules.Shared.Data;
using DiemSang.Tests;
using DiemSang.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace DiemSang.Web.Tests.Journeys;

/// <summary>A phone without a line: what is said waits in sight, and is taken once.</summary>
[Collection(nameof(Browser))]
public sealed class OfflineJourneyTests(WebApp app, Browser browser)
{
    [Fact]
    [Requirement("PLN-19")]
    public async Task Update_WithoutALine_WaitsInSightAndIsSentOnce()
    {
        var first = await AddAsync("Ghi biên bản họp tổ dân phố");
        var second = await AddAsync("Tuyên truyền trên loa");
        await using var tab = await OpenMyWorkAsync(first, second);

        await tab.Page.Context.SetOfflineAsync(true);
        await SayAsync(tab, first, "Đã họp 7 tổ");
        await SayAsync(tab, second, "Đã phát 12 buổi");

        await Assertions.Expect(tab.Page.Locator("#waiting .work-card")).ToHaveCountAsync(2);
        (await tab.Page.Locator("[data-queue-count]").InnerTextAsync()).ShouldBe("2");
        (await CountAsync(first)).ShouldBe(0);

        // A second tab wakes up at the same moment: the key decides.
        var other = await tab.Page.Context.NewPageAsync();
        await other.GotoAsync("/plans/my-work");
        await tab.Page.Context.SetOfflineAsync(false);
        await Assertions.Expect(tab.Page.Locator("#waiting .work-card")).ToHaveCountAsync(0);
        await Assertions.Expect(other.Locator("#waiting .work-card")).ToHaveCountAsync(0);

        (await CountAsync(first), await CountAsync(second)).ShouldBe((1, 1));
        (await NotesAsync(first)).ShouldBe(["Đã họp 7 tổ"]);
    }

    [Fact]
    [Requirement("PLN-19")]
    public async Task Update_WithAPhotoRefusedByTheServer_KeepsItThroughReloadsUntilCorrected()
    {
        var work = await AddAsync("Chụp bảng công khai");
        await using var tab = await OpenMyWorkAsync(work);
        await tab.Page.Context.SetOfflineAsync(true);
        await SayAsync(tab, work, "Đã treo bảng", async page =>
        {
            await page.GetByLabel("Tử số: đã làm được").FillAsync("50");
            await page.GetByLabel("Mẫu số: trên tổng số").FillAsync("40");
            await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "bang.png", MimeType = "image/png", Buffer = Photo });
        });

        await tab.Page.ReloadAsync();
        (await tab.Page.Locator("#waiting .work-card").InnerTextAsync()).ShouldContain("bang.png");
        await tab.Page.Context.SetOfflineAsync(false);
        await tab.Page.GetByText("Tử số đang lớn hơn mẫu số").WaitForAsync();
        (await CountAsync(work)).ShouldBe(0);

        await tab.Page.ReloadAsync();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Sửa", Exact = true }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByLabel("Ghi chú, vướng mắc")).ToHaveValueAsync("Đã treo bảng");
        await tab.Page.GetByLabel("Tử số: đã làm được").FillAsync("30");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi" }).ClickAsync();
        await tab.Page.WaitForURLAsync("**/plans/my-work");
        await Assertions.Expect(tab.Page.Locator("[data-queue-badge]")).ToBeHiddenAsync();

        var said = await app.WithAsync(services => services.GetRequiredService<DiemSangDbContext>().ProgressUpdates.SingleAsync(one => one.OccurrenceId == work.Occurrence));
        (said.Numerator, said.Note).ShouldBe((30, "Đã treo bảng"));
        (await app.WithAsync(services => services.GetRequiredService<DiemSangDbContext>().StoredFiles.SingleAsync(file => file.Id == said.FileId))).MediaType.ShouldBe("image/png");
    }

    [Fact]
    public async Task Update_ColleagueSpokeMeanwhile_IsShownAndNotLost()
    {
        var work = await AddAsync("Hai người cùng báo");
        await using var tab = await OpenMyWorkAsync(work);
        await tab.Page.Context.SetOfflineAsync(true);
        await SayAsync(tab, work, "Tôi đang làm");
        await app.WithAsync(services => services.GetRequiredService<ProgressReporter>().ReportAsync(
            app.ActorWith(Role.Head), new ProgressReport { OccurrenceId = work.Occurrence, SeenVersion = 1, State = ProgressState.Done, Note = "Đã xong" }));

        await tab.Page.Context.SetOfflineAsync(false);
        await tab.Page.GetByText("có người đã cập nhật").WaitForAsync();
        (await tab.Page.Locator("#waiting .work-card").InnerTextAsync()).ShouldContain("Đã xong");
        (await CountAsync(work)).ShouldBe(1);

        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi lại" }).ClickAsync();
        await tab.Page.GetByText("Đã gửi khi có mạng").WaitForAsync();
        (await NotesAsync(work)).ShouldBe(["Đã xong", "Tôi đang làm"]);
    }

    [Fact]
    public async Task Update_SessionEnded_WaitsAndTellsToSignIn()
    {
        var work = await AddAsync("Phiên hết giữa chừng");
        await using var tab = await OpenMyWorkAsync(work);
        await tab.Page.Context.SetOfflineAsync(true);
        await SayAsync(tab, work, "Đã làm xong phần một");

        await tab.Page.Context.ClearCookiesAsync();
        await tab.Page.Context.SetOfflineAsync(false);
        await tab.Page.GetByText("phiên làm việc đã hết").WaitForAsync();
        (await CountAsync(work)).ShouldBe(0);

        await tab.SignInAsync(WebApp.UserNameOf(app.PersonWith(Role.Member)), WebApp.Password);
        await UntilSaidAsync(work);
        await Assertions.Expect(tab.Page.Locator("[data-queue-badge]")).ToBeHiddenAsync();
        (await CountAsync(work)).ShouldBe(1);
    }

    [Fact]
    public async Task SignOut_OnAPhone_ForgetsThePages()
    {
        var work = await AddAsync("Máy dùng chung");
        await using var tab = await OpenMyWorkAsync(work);

        await tab.Page.EvaluateAsync("document.querySelector(\"form[action='/access/sign-out']\").submit()");
        await tab.Page.WaitForURLAsync("**/access/sign-in");

        (await tab.Page.EvaluateAsync<bool>("caches.has('pages')")).ShouldBeFalse();
    }

    /// <summary>One dark dot.</summary>
    private static readonly byte[] Photo = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private sealed record Work(string Title, Guid Task, Guid Occurrence);

    private async Task<Work> AddAsync(string title)
    {
        var (_, task, occurrence) = await app.AddTaskAsync(title, new RowDeadline(DeadlineKind.Fixed, "hôm nay", DateOnly.FromDateTime(DateTime.Today)));
        return new Work(title, task, occurrence);
    }

    /// <summary>The list with its forms kept for these pieces of work.</summary>
    private async Task<Tab> OpenMyWorkAsync(params Work[] works)
    {
        var tab = await browser.OpenAsync(app, Browser.Phone, signedInAs: Role.Member);
        foreach (var work in works)
        {
            await tab.Page.GotoAsync("/plans/my-work");
            await tab.UntilAsync("async () => (await navigator.serviceWorker.ready).active?.state === 'activated'");
            await tab.Page.GotoAsync(PathOf(work));
        }

        await tab.Page.GotoAsync("/plans/my-work");
        foreach (var work in works)
        {
            await tab.UntilAsync("async path => await caches.match(path, { cacheName: 'pages' }) !== undefined", PathOf(work));
        }

        return tab;
    }

    /// <param name="more">Fills in more than state and note.</param>
    private static async Task SayAsync(Tab tab, Work work, string note, Func<IPage, Task>? more = null)
    {
        await tab.Page.GotoAsync(PathOf(work));
        await tab.Page.GetByRole(AriaRole.Radio, new() { Name = "Đang thực hiện" }).CheckAsync();
        await tab.Page.GetByText("Thêm số liệu, ghi chú, tài liệu").ClickAsync();
        await tab.Page.GetByLabel("Ghi chú, vướng mắc").FillAsync(note);
        await (more?.Invoke(tab.Page) ?? Task.CompletedTask);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi" }).ClickAsync();
        await tab.Page.WaitForURLAsync("**/plans/my-work#waiting");
    }

    private static string PathOf(Work work) => $"/plans/tasks/{work.Task}/update?occurrence={work.Occurrence}";

    /// <summary>The badge is hidden too while the page has not looked into the queue yet.</summary>
    private async Task UntilSaidAsync(Work work)
    {
        for (var tries = 0; await CountAsync(work) == 0; tries++)
        {
            tries.ShouldBeLessThan(100, "the update that waited was not sent");
            await Task.Delay(100);
        }
    }

    private Task<int> CountAsync(Work work) => app.WithAsync(services => services.GetRequiredService<DiemSangDbContext>().ProgressUpdates.CountAsync(said => said.OccurrenceId == work.Occurrence));

    private Task<List<string?>> NotesAsync(Work work) => app.WithAsync(services => services.GetRequiredService<DiemSangDbContext>().ProgressUpdates
        .Where(said => said.OccurrenceId == work.Occurrence).OrderBy(said => said.OccurrenceVersion).Select(said => said.Note).ToListAsync());
}
