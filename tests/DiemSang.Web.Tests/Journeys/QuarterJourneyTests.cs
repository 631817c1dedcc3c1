using System.Text.RegularExpressions;
using DiemSang.Modules.Meetings;
using DiemSang.Modules.Plans;
using DiemSang.Tests.TestData;
using DiemSang.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace DiemSang.Web.Tests.Journeys;

/// <summary>
/// The demo ward lives through the first quarter of its plan: work falls due, letters are read at the mail server, a unit answers on a phone,
/// the silent climb the ladder, the board is frozen, the review meeting is held, its conclusion becomes work, and the brief says what changed.
/// </summary>
[Collection(nameof(Browser))]
public sealed partial class QuarterJourneyTests(Browser browser) : IAsyncLifetime
{
    private const string Conclusion = "Niêm yết kết quả rà soát hộ nghèo tại đủ các nhà văn hóa tổ dân phố";
    private DemoQuarter _quarter = null!;

    public async Task InitializeAsync() => _quarter = await DemoQuarter.BeginAsync();

    public async Task DisposeAsync() => await _quarter.DisposeAsync();

    [Fact]
    [Requirement("LDR-02", "LDR-05", "LDR-09", "BRD-01", "BRD-03", "PLN-19")]
    public async Task Quarter_OfTheDemoWard_IsRemindedAnsweredFrozenReviewedAndFollowed()
    {
        (await _quarter.MorningAsync(new(2026, 2, 18))).ShouldBeEmpty("Tết: nobody is disturbed");
        var letters = await _quarter.MorningAsync(new(2026, 2, 24));
        var letter = letters.Single(one => one.To.StartsWith("kinhte@"));
        letter.Subject.ShouldContain("nhiệm vụ cần cập nhật");
        letters.Select(one => one.To).ShouldBeUnique("one digest, not ten letters");

        var answered = await AnswerOnAPhoneAsync(letter);
        _quarter.MoveTo(new(2026, 2, 27));
        await _quarter.FreezeAsync();

        await AnswerWithoutALineAsync();
        await ClimbAsync();
        await ReviewAsync();
        await FollowAsync();
        await BriefAsync();
        (await _quarter.ReadAsync(db => db.Occurrences.SingleAsync(one => one.Id == answered))).State.ShouldBe(ProgressState.InProgress);
    }

    /// <summary>The link in the letter opens the form; one tap says how it stands, one sends.</summary>
    private async Task<Guid> AnswerOnAPhoneAsync(ReceivedMail letter)
    {
        await using var tab = await browser.OpenAsync(_quarter.Address, Browser.Phone);
        await tab.Page.GotoAsync(OneTap().Match(letter.Text).Value);
        await tab.Page.WaitForURLAsync("**/update?**");
        var occurrence = Guid.Parse(Occurrence().Match(tab.Page.Url).Groups[1].Value);

        await tab.Page.GetByRole(AriaRole.Radio, new() { Name = "Đang thực hiện" }).CheckAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi", Exact = true }).ClickAsync();
        await tab.Page.WaitForURLAsync("**/reminders/thanks");

        tab.Complaints.ShouldBeEmpty();
        return occurrence;
    }

    /// <summary>In a hamlet without a line: what is said waits on the phone in sight, and arrives once when the line is back.</summary>
    private async Task AnswerWithoutALineAsync()
    {
        await using var tab = await SignedInAsync("motcua", Browser.Phone);
        await tab.Page.GotoAsync("/plans/my-work");
        await tab.UntilAsync("async () => (await navigator.serviceWorker.ready).active?.state === 'activated'");
        var form = (await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Cập nhật" }).First.GetAttributeAsync("href"))!;
        await tab.Page.GotoAsync(form);
        await tab.Page.GotoAsync("/plans/my-work");
        await tab.UntilAsync("async path => await caches.match(path, { cacheName: 'pages' }) !== undefined", form);

        await tab.Page.Context.SetOfflineAsync(true);
        await tab.Page.GotoAsync(form);
        await tab.Page.GetByRole(AriaRole.Radio, new() { Name = "Đang thực hiện" }).CheckAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi", Exact = true }).ClickAsync();
        await Assertions.Expect(tab.Page.Locator("#waiting .work-card")).ToHaveCountAsync(1);
        await tab.Page.Context.SetOfflineAsync(false);
        await Assertions.Expect(tab.Page.Locator("#waiting .work-card")).ToHaveCountAsync(0);

        var occurrence = Guid.Parse(Occurrence().Match(form).Groups[1].Value);
        (await _quarter.ReadAsync(db => db.ProgressUpdates.CountAsync(said => said.OccurrenceId == occurrence))).ShouldBe(1);
    }

    /// <summary>Who stays silent is asked again, then the head, then the leader; the partner is only asked.</summary>
    private async Task ClimbAsync()
    {
        var asked = new List<ReceivedMail>();
        foreach (var day in new[] { new DateOnly(2026, 3, 2), new(2026, 3, 3), new(2026, 3, 4), new(2026, 3, 5), new(2026, 3, 6), new(2026, 3, 9), new(2026, 3, 10) })
        {
            asked.AddRange(await _quarter.MorningAsync(day));
        }

        asked.ShouldContain(one => one.To.StartsWith("vanphong@") && one.Subject.Contains("quá hạn"));
        asked.ShouldContain(one => one.To.StartsWith("chutich@") && one.Subject.Contains("cần chỉ đạo"));
        asked.Where(one => one.To.StartsWith("mattran@")).ShouldAllBe(one => one.Subject.StartsWith("Đề nghị phối hợp") && !one.Text.Contains("quá hạn", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Planned, filled from the board's red rows, held, concluded.</summary>
    private async Task ReviewAsync()
    {
        _quarter.MoveTo(new(2026, 3, 20));
        await using var tab = await SignedInAsync("daumoi");
        var page = tab.Page;
        await page.GotoAsync("/meetings");
        await SeeAsync(tab, "chưa có lịch");
        await page.GotoAsync("/meetings/add");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Họp giao ban" }).CheckAsync();
        await page.GetByLabel("Ngày họp").FillAsync("20/03/2026");
        await page.GetByLabel("Giờ bắt đầu").FillAsync("08:00");
        await page.GetByLabel("Địa điểm").FillAsync("Hội trường UBND phường");
        await page.GetByLabel("Người chủ trì").SelectOptionAsync(new SelectOptionValue { Label = "Nông Văn Thành – Chủ tịch UBND phường" });
        await page.GetByLabel("Thư ký").SelectOptionAsync(new SelectOptionValue { Label = "Nguyễn Thị Khánh – Trưởng phòng Văn hóa - Xã hội" });
        await page.Locator("main form button.button--main").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lấy việc đỏ và kết luận cũ vào chương trình" }).ClickAsync();
        await SeeAsync(tab, "quá hạn từ 28/02/2026");

        var meeting = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync($"{meeting}/conclude");
        await page.GetByLabel("Nội dung kết luận").FillAsync(Conclusion);
        await page.GetByLabel("Đơn vị thực hiện").SelectOptionAsync(new SelectOptionValue { Label = "Phòng Kinh tế, Hạ tầng và Đô thị phường" });
        await page.GetByLabel("Thời hạn").FillAsync("15/04/2026");
        await page.GetByRole(AriaRole.Button, new() { Name = "Giao việc" }).ClickAsync();
        await SeeAsync(tab, "Đã giao việc theo kết luận.");
        _quarter.MoveTo(new(2026, 3, 21));
        await tab.SignInAsync("daumoi", _quarter.Demo.Password);
        await page.GotoAsync($"{meeting}/hold");
        await page.GetByLabel("Giờ kết thúc").FillAsync("10:30");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu", Exact = true }).ClickAsync();
        await SeeAsync(tab, "Đã họp");

        (await _quarter.ReadAsync(db => db.Meetings.SingleAsync())).State.ShouldBe(MeetingState.Held);
        tab.Complaints.ShouldBeEmpty();
    }

    /// <summary>The conclusion waits on the phone of who owes it.</summary>
    private async Task FollowAsync()
    {
        await using var tab = await SignedInAsync("kinhte", Browser.Phone);
        await tab.Page.GotoAsync("/plans/my-work");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = Conclusion }).ClickAsync();
        await tab.Page.GetByLabel("Kết quả đến nay").FillAsync("Đã niêm yết 5/12 tổ");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi báo cáo" }).ClickAsync();
        await Assertions.Expect(tab.Page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();

        (await _quarter.ReadAsync(db => db.Conclusions.SingleAsync())).Progress.ShouldBe("Đã niêm yết 5/12 tổ");
        tab.Complaints.ShouldBeEmpty();
    }

    /// <summary>The brief compares with what was frozen, goes to the leader by mail and is noted as read.</summary>
    private async Task BriefAsync()
    {
        _quarter.MoveTo(new(2026, 3, 23));
        await using var tab = await SignedInAsync("daumoi");
        await tab.Page.GotoAsync("/snapshots/brief");
        await SeeAsync(tab, "Mới quá hạn");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi lãnh đạo" }).ClickAsync();
        await SeeAsync(tab, "0/2 lãnh đạo đã đọc");

        var letter = (await _quarter.PostAsync()).First(one => one.To.StartsWith("chutich@"));
        letter.Subject.ShouldBe("Báo cáo nhanh ngày 23/03/2026");
        letter.Text.ShouldContain("Thay đổi so với bản chốt ngày 27/02/2026");
        await using var leader = await SignedInAsync("chutich", Browser.Phone);
        await leader.Page.GotoAsync("/snapshots/brief");
        await leader.Page.Locator("main ul").Last.GetByRole(AriaRole.Link).First.ClickAsync();
        await SeeAsync(leader, "Người nhận");
        await tab.Page.ReloadAsync();
        await SeeAsync(tab, "1/2 lãnh đạo đã đọc");
    }

    /// <summary>Waits for the page that a tap leads to.</summary>
    private static Task SeeAsync(Tab tab, string text) => Assertions.Expect(tab.Page.Locator("main")).ToContainTextAsync(text);

    private async Task<Tab> SignedInAsync(string user, int width = Browser.Desk)
    {
        var tab = await browser.OpenAsync(_quarter.Address, width);
        await tab.SignInAsync(user, _quarter.Demo.Password);
        return tab;
    }

    [GeneratedRegex(@"http://localhost:\d+/reminders/open/\S+")]
    private static partial Regex OneTap();

    [GeneratedRegex(@"occurrence=([0-9a-f-]{36})")]
    private static partial Regex Occurrence();
}
