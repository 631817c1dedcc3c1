using System.Net;
using DiemSang.Core.Surveys.Integrity;
using DiemSang.Modules.Access;
using DiemSang.Modules.Surveys;
using DiemSang.Modules.Surveys.Keeping;
using DiemSang.Web.Infrastructure.Security;
using DiemSang.Web.Pages.Surveys.Answer;
using DiemSang.Web.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DiemSang.Web.Tests.Surveys;

/// <summary>The public form over HTTP: skip logic, refusals in plain words, and hostile input that loses nothing and stores nothing twice.</summary>
[Collection(nameof(WebApp))]
public sealed class AnswerPagesTests(WebApp app)
{
    private static readonly (string, string)[] Satisfied = [("a.s_1", "4"), ("a.s_2", "5"), ("a.s_3", "3"), ("a.s_4", "98"), ("a.s_5", "4")];

    [Fact]
    [Requirement("SVY-02")]
    public async Task Form_PageByPage_AsksWhatAppliesAndStoresTheAnswers()
    {
        var sample = await SampleAsync();
        using var phone = app.Visitor();
        var path = $"/surveys/answer/{sample.Code}";

        var second = await phone.FillInAsync(path, ("a.viec", "3"));
        second.Text.ShouldContain("so với giấy hẹn");
        var back = await phone.SubmitAsync(path, second, "#answers", ("go", "back"));
        back.Find("input[name='a.viec'][value='3']").HasAttribute("checked").ShouldBeTrue();
        var other = await phone.SubmitAsync(path, back, "#answers", ("a.viec", "1"));
        other.Text.ShouldNotContain("so với giấy hẹn");
        var scale = await phone.SubmitAsync(path, other, "#answers", ("a.so_lan", "2"));
        var last = await phone.SubmitAsync(path, scale, "#answers", Satisfied);
        var thanks = await phone.SubmitAsync(path, last, "#answers", ("a.gop_y", "Ghế chờ còn ít"));

        thanks.Status.ShouldBe(HttpStatusCode.Redirect);
        (await phone.OpenAsync(thanks.Location!)).Text.ShouldContain("Cảm ơn");
        var stored = (await ResponsesAsync(sample)).ShouldHaveSingleItem();
        stored.Answers.ShouldBe(new Dictionary<string, string>
        {
            ["viec"] = "1", ["so_lan"] = "2", ["s_1"] = "4", ["s_2"] = "5", ["s_3"] = "3", ["s_4"] = "98", ["s_5"] = "4", ["gop_y"] = "Ghế chờ còn ít",
        }, ignoreOrder: true);
        stored.StartedAt!.Value.ShouldBeLessThanOrEqualTo(stored.FinishedAt);
    }

    [Fact]
    public async Task Form_WrongAndMissing_SaysSoBesideTheQuestionAndKeepsTheRest()
    {
        var sample = await SampleAsync();
        using var phone = app.Visitor();
        var path = $"/surveys/answer/{sample.Code}";
        var second = await phone.FillInAsync(path, ("a.viec", "1"));

        var refused = await phone.SubmitAsync(path, second, "#answers", ("a.so_lan", "mười"));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Find("#so_lan-error").TextContent.ShouldContain("số nguyên");
        refused.Find("input[name='a.so_lan']").GetAttribute("value").ShouldBe("mười");
    }

    [Theory]
    [InlineData("tiep_cong_dan")]
    [InlineData("xu_ly_don")]
    [InlineData("doanh_nghiep")]
    [InlineData("y_kien_chinh_sach")]
    [Requirement("SVY-09", "SVY-10", "SVY-13")]
    public async Task Form_OtherShippedOnes_AreAnsweredToTheEnd(string questionnaire)
    {
        var sample = await SurveySample.AddAsync(app.Database, app.Ward, app.PersonWith(Role.Focal), questionnaire);
        using var phone = app.Visitor();
        var path = $"/surveys/answer/{sample.Code}";
        var page = await phone.OpenAsync(path);
        for (var pages = 0; page.Status == HttpStatusCode.OK && pages < 20; pages++)
        {
            page = await phone.SubmitAsync(path, page, "#answers", FirstChoices(page));
        }

        page.Location.ShouldNotBeNull(page.Text);
        (await ResponsesAsync(sample)).ShouldHaveSingleItem().Answers.ShouldNotBeEmpty();
    }

    private static (string, string)[] FirstChoices(WebPage page) =>
    [
        .. page.Document.QuerySelectorAll("#answers input[type=radio], #answers input[type=checkbox]:not([name$='.none'])").DistinctBy(choice => choice.GetAttribute("name"))
            .Select(choice => (choice.GetAttribute("name")!, choice.GetAttribute("value")!)),
    ];

    [Fact]
    [Requirement("SVY-07")]
    public async Task Form_NothingChosenYet_HasNoScoreFilledIn()
    {
        using var phone = app.Visitor();

        (await phone.OpenAsync($"/surveys/answer/{app.Surveys.Code}")).Document.QuerySelectorAll("input[checked]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Send_TheSamePageFiveTimes_StoresOneResponse()
    {
        var sample = await SampleAsync();
        using var phone = app.Visitor();
        var last = await LastPageAsync(phone, sample);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => phone.SubmitAsync($"/surveys/answer/{sample.Code}", last, "#answers")));

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.Redirect);
        (await ResponsesAsync(sample)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Send_TextOfAMegabyte_IsRefusedWithItsReasonAndNothingIsLost()
    {
        var sample = await SampleAsync();
        using var phone = app.Visitor();
        var last = await LastPageAsync(phone, sample);

        var refused = await phone.SubmitAsync($"/surveys/answer/{sample.Code}", last, "#answers", ("a.gop_y", new string('x', 1_000_000)));
        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Find("#gop_y-error").TextContent.ShouldContain("dài quá");
        var sent = await phone.SubmitAsync($"/surveys/answer/{sample.Code}", refused, "#answers", ("a.gop_y", "Ngắn \u0007 gọn"));

        sent.Status.ShouldBe(HttpStatusCode.Redirect);
        (await ResponsesAsync(sample)).Single().Answers["gop_y"].ShouldBe("Ngắn  gọn");
    }

    [Theory]
    [InlineData("forged")]
    [InlineData("")]
    public async Task Send_ForgedState_StartsAgainAndStoresNothing(string state)
    {
        var sample = await SampleAsync();
        using var phone = app.Visitor();

        var answer = await phone.SubmitAsync($"/surveys/answer/{sample.Code}", await LastPageAsync(phone, sample), "#answers", ("state", state));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Text.ShouldContain("mở lại từ đầu");
        (await ResponsesAsync(sample)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Send_FormOfAnotherSurvey_StartsAgain()
    {
        var (one, other) = (await SampleAsync(), await SampleAsync());
        using var phone = app.Visitor();

        var answer = await phone.SubmitAsync($"/surveys/answer/{other.Code}", await LastPageAsync(phone, one), "#answers");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await ResponsesAsync(other)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Send_AfterTheWaveClosed_SaysThatItWasNotStored()
    {
        var sample = await SampleAsync();
        using var phone = app.Visitor();
        var last = await LastPageAsync(phone, sample);
        await CloseAsync(sample);

        var answer = await phone.SubmitAsync($"/surveys/answer/{sample.Code}", last, "#answers");

        answer.Status.ShouldBe(HttpStatusCode.Gone);
        answer.Text.ShouldContain("không được ghi");
        (await ResponsesAsync(sample)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Open_UnknownCode_SaysWhatToDo()
    {
        using var phone = app.Visitor();

        var page = await phone.OpenAsync("/surveys/answer/khongco");

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Text.ShouldContain("quét lại mã QR");
    }

    [Fact]
    public async Task Code_OnceUsed_OpensNoSecondForm()
    {
        var sample = await SurveySample.AddAsync(app.Database, app.Ward, app.PersonWith(Role.Focal), "mot_cua", needsCode: true);
        var code = await sample.IssueCodeAsync(app, "HS-2026-001");
        using var phone = app.Visitor();
        var path = $"/surveys/answer/{sample.Code}";

        (await phone.FillInAsync(path, ("a.viec", "1"), ("code", "khongdung"))).Find("#code-error").TextContent.ShouldContain("Không có mã này");
        var first = await LastPageAsync(phone, sample, ("code", code.ToUpperInvariant()));
        var race = await LastPageAsync(phone, sample, ("code", code));
        (await phone.SubmitAsync(path, first, "#answers")).Status.ShouldBe(HttpStatusCode.Redirect);

        (await phone.SubmitAsync(path, race, "#answers")).Text.ShouldContain("Mã này đã dùng");
        (await phone.FillInAsync(path, ("a.viec", "1"), ("code", code))).Text.ShouldContain("Mã này đã dùng");
        var stored = (await ResponsesAsync(sample)).ShouldHaveSingleItem();

        var reviewed = await sample.ReviewAsync(app);
        reviewed.Refused.Select(refused => (refused.Reason, refused.Tries)).ShouldBe([(CodeRefusal.Used, 2), (CodeRefusal.Unknown, 1)], ignoreOrder: true);
        var finding = reviewed.Review.Findings.Single(finding => finding.Check == IntegrityCheck.DuplicateCode);
        finding.Responses.ShouldBe([stored.Id.ToString()]);
        using var reviewer = await app.SignedInAsync(Role.Focal);
        (await reviewer.OpenAsync($"/surveys/waves/{sample.Wave}/review")).Text.ShouldContain("còn bị thử lại 2 lần");
    }

    [Fact]
    public async Task Code_SentAfterTheWaveClosed_IsCountedAsExpired()
    {
        var sample = await SurveySample.AddAsync(app.Database, app.Ward, app.PersonWith(Role.Focal), "mot_cua", needsCode: true);
        using var phone = app.Visitor();
        var last = await LastPageAsync(phone, sample, ("code", await sample.IssueCodeAsync(app, "HS-2026-002")));
        await CloseAsync(sample);

        (await phone.SubmitAsync($"/surveys/answer/{sample.Code}", last, "#answers")).Status.ShouldBe(HttpStatusCode.Gone);

        (await sample.ReviewAsync(app)).Refused.ShouldHaveSingleItem().Reason.ShouldBe(CodeRefusal.Expired);
    }

    [Fact]
    public void Allows_AskedTwiceAboutOneRequest_CountsOneForm()
    {
        using var throttle = new AnswerThrottle(new LimitSettings { AnswersPerDevicePerMinute = 1 });
        var (first, second) = (new DefaultHttpContext(), new DefaultHttpContext());

        throttle.Allows(first, "phone").ShouldBeTrue();
        throttle.Allows(first, "phone").ShouldBeTrue();
        throttle.Allows(second, "phone").ShouldBeFalse();
        throttle.Allows(second, "phone").ShouldBeFalse();
    }

    [Fact]
    public async Task Flood_FromOneDevice_IsSlowedWhileACrowdBehindTheSameAddressPasses()
    {
        await using var host = await WebApp.StartAsync(app.Database, "--Limits:AnswersPerDevicePerMinute=3", "--Limits:AnswersPerAddressPerMinute=100");
        var sample = await SampleAsync();
        var path = $"/surveys/answer/{sample.Code}";
        using var flooder = WebApp.NewClient(WebApp.AddressOf(host));
        var statuses = new List<HttpStatusCode>();
        for (var form = 0; form < 5; form++)
        {
            statuses.Add((await flooder.SubmitAsync(path, await LastPageAsync(flooder, sample), "#answers")).Status);
        }

        statuses.ShouldBe([HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.TooManyRequests, HttpStatusCode.TooManyRequests]);
        using var neighbour = WebApp.NewClient(WebApp.AddressOf(host));
        neighbour.DefaultRequestHeaders.UserAgent.ParseAdd("another-phone/1.0");
        (await neighbour.SubmitAsync(path, await LastPageAsync(neighbour, sample), "#answers")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("/surveys/answer/")]
    [InlineData("/surveys/kiosk/")]
    public async Task Weight_LongestPageOfTheSipasForm_StaysUnder60KilobytesOnTheWire(string root)
    {
        var sample = await SurveySample.AddAsync(app.Database, app.Ward, app.PersonWith(Role.Focal), "sipas");
        using var phone = new HttpClient { BaseAddress = app.Address };
        phone.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");

        var page = await phone.GetAsync(root + sample.Code);
        var files = 0L;
        using var reader = app.Visitor();
        foreach (var file in (await reader.OpenAsync(root + sample.Code)).Document.QuerySelectorAll("link[rel=stylesheet], script[src], link[rel=icon]"))
        {
            files += (await phone.GetByteArrayAsync(file.GetAttribute("href") ?? file.GetAttribute("src"))).Length;
        }

        (files + (await page.Content.ReadAsByteArrayAsync()).Length).ShouldBeLessThan(60 * 1024);
    }

    [Fact]
    public async Task Language_SwitchedMidway_KeepsWhatWasTyped()
    {
        var sample = await SampleAsync();
        using var phone = app.Visitor();
        var path = $"/surveys/answer/{sample.Code}";
        var page = await phone.OpenAsync(path);

        var english = await phone.SubmitAsync($"{path}?lang=en-GB", page, "#answers", ("go", "language"), ("a.viec", "2"));

        english.Find("h2").TextContent.ShouldBe("This visit");
        english.Find("input[name='a.viec'][value='2']").HasAttribute("checked").ShouldBeTrue();
    }

    private Task<bool> CloseAsync(SurveySample sample) => app.WithAsync(async services =>
    {
        var actor = app.ActorWith(Role.Focal);
        var opened = await services.GetRequiredService<SurveyList>().FindWaveAsync(actor, sample.Wave);
        await services.GetRequiredService<SurveyKeeper>().CloseAsync(actor, opened!.Wave);
        return true;
    });

    private Task<SurveySample> SampleAsync() => SurveySample.AddAsync(app.Database, app.Ward, app.PersonWith(Role.Focal), "mot_cua");

    /// <summary>The page before sending, everything else answered.</summary>
    private static async Task<WebPage> LastPageAsync(HttpClient phone, SurveySample sample, params (string, string)[] alsoFirst)
    {
        var path = $"/surveys/answer/{sample.Code}";
        var second = await phone.FillInAsync(path, [("a.viec", "1"), .. alsoFirst]);
        var scale = await phone.SubmitAsync(path, second, "#answers");
        return await phone.SubmitAsync(path, scale, "#answers", Satisfied);
    }

    private Task<List<Response>> ResponsesAsync(SurveySample sample) => sample.ResponsesAsync(app);
}
